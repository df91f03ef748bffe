/**
 * The module copyreg, as far as copying asks for it: what v3.13.0 Lib/copyreg.py does.
 * The text is our own.
 */
export const COPYREG = `
dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


if hasattr(type, '__or__'):
    def pickle_union(obj):
        import operator
        if obj.__class__.__name__ == 'Union':
            import typing
            return operator.getitem, (typing.Union, obj.__args__)
        import functools
        return functools.reduce, (operator.or_, obj.__args__)

    pickle(type(int | str), pickle_union)


def _reconstructor(cls, base, state):
    if base is object:
        obj = object.__new__(cls)
    else:
        obj = base.__new__(cls, state)
        if base.__init__ != object.__init__:
            base.__init__(obj, state)
    return obj


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)
`;
