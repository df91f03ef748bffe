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


def pickle_complex(c):
    return complex, (c.real, c.imag)


pickle(complex, pickle_complex, complex)

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


_HEAPTYPE = 1 << 9
_new_type = type(int.__new__)


def _reduce_ex(self, proto):
    assert proto < 2
    cls = self.__class__
    for base in cls.__mro__:
        if hasattr(base, '__flags__') and not base.__flags__ & _HEAPTYPE:
            break
        new = base.__new__
        if isinstance(new, _new_type) and new.__self__ is base:
            break
    else:
        base = object
    if base is object:
        state = None
    elif base is cls:
        raise TypeError("cannot pickle %r object" % cls.__name__)
    else:
        state = base(self)
    args = cls, base, state
    if hasattr(self, '__getstate__'):
        own = self.__getstate__()
    else:
        own = getattr(self, '__dict__', None)
    return (_reconstructor, args, own) if own else (_reconstructor, args)


def _slotnames(cls):
    """The names of slots of a class and of its bases; kept in the class."""
    names = cls.__dict__.get('__slotnames__')
    if names is not None:
        return names
    names = []
    for c in cls.__mro__ if hasattr(cls, '__slots__') else ():
        slots = c.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            stripped = c.__name__.lstrip('_')
            if name.startswith('__') and not name.endswith('__') and stripped:
                name = '_' + stripped + name
            names.append(name)
    try:
        cls.__slotnames__ = names
    except:
        pass
    return names


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)
`;
