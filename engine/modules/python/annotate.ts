/**
 * Annotations in other formats than their values: what v3.14.0 Lib/annotationlib.py does, without its
 * enumeration, so that modules which need some of it do without that. The text is our own.
 *
 * Of names that are not there `__annotate__` finds stand-ins, which take part in its expressions and
 * keep their text. Afterwards they become forward references where they stand.
 */
export const ANNOTATE = String.raw`
import builtins
import sys
import types

VALUE, FAKE, FORWARDREF, STRING = 1, 2, 3, 4
_TOP, _ATOM = 0, 20
_SLOTS = ('__forward_arg__', '__forward_is_argument__', '__forward_is_class__',
          '__forward_module__', '__weakref__', '__arg__', '__globals__', '__cell__', '__owner__',
          '__names__')


class ForwardRef:
    """Wrapper that holds a forward reference."""
    __slots__ = _SLOTS

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            compile(arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module
        self.__arg__ = self.__globals__ = self.__cell__ = self.__names__ = None
        self.__owner__ = owner

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError("Cannot subclass ForwardRef")

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=VALUE):
        """Evaluate the forward reference and return the value."""
        arg = self.__forward_arg__
        if format == STRING:
            return arg
        cell = self.__cell__
        if isinstance(cell, types.CellType):
            try:
                return cell.cell_contents
            except ValueError:
                pass
        if owner is None:
            owner = self.__owner__
        if globals is None:
            globals = _globals_of(self, owner)
        if locals is None:
            locals = dict(vars(owner)) if isinstance(owner, type) else {}
        else:
            locals = dict(locals)
        if isinstance(cell, dict):
            for name, one in cell.items():
                try:
                    locals.setdefault(name, one.cell_contents)
                except ValueError:
                    pass
        for param in type_params or getattr(owner, '__type_params__', ()):
            locals.setdefault(param.__name__, param)
        if self.__names__:
            locals.update(self.__names__)
        if arg.isidentifier() and arg not in ('None', 'True', 'False'):
            for scope in (locals, globals, vars(builtins)):
                if arg in scope:
                    return scope[arg]
            if format == FORWARDREF:
                return self
            raise NameError(f'name {arg!r} is not defined', name=arg)
        try:
            return eval(arg, globals, locals)
        except Exception:
            if format == FORWARDREF:
                return self
            raise

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__
                and self.__globals__ is other.__globals__
                and self.__forward_is_class__ == other.__forward_is_class__
                and self.__cell__ == other.__cell__ and self.__owner__ == other.__owner__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__, id(self.__globals__),
                     self.__forward_is_class__, self.__owner__))

    def __or__(self, other):
        import typing
        return typing.Union[self, other]

    def __ror__(self, other):
        import typing
        return typing.Union[other, self]

    def __repr__(self):
        extra = []
        if self.__forward_module__ is not None:
            extra.append(f', module={self.__forward_module__!r}')
        if self.__forward_is_class__:
            extra.append(', is_class=True')
        if self.__owner__ is not None:
            extra.append(f', owner={self.__owner__!r}')
        return f'ForwardRef({self.__forward_arg__!r}{"".join(extra)})'


ForwardRef.__module__ = 'annotationlib'


def _globals_of(ref, owner):
    if ref.__globals__ is not None:
        return ref.__globals__
    name = ref.__forward_module__ or (owner.__module__ if isinstance(owner, type) else None)
    if name is not None:
        return getattr(sys.modules.get(name), '__dict__', {})
    if isinstance(owner, types.ModuleType):
        return vars(owner)
    return getattr(owner, '__globals__', {})


class _StandIn:
    __slots__ = _SLOTS

    def __init__(self, text, level, around, cell=None):
        self.__forward_arg__ = text
        self.__arg__ = level
        self.__names__ = None
        self.__cell__ = cell
        self.__globals__ = around.globals
        self.__owner__ = around.owner
        self.__forward_module__ = None
        self.__forward_is_argument__ = True
        self.__forward_is_class__ = isinstance(around.owner, type)
        around.made.append((self, around))

    def __repr__(self):
        return self.__forward_arg__

    __hash__ = object.__hash__

    def __getattr__(self, name):
        if name[:2] == name[-2:] == '__':
            raise AttributeError(name)
        return _new(self, f'{_at(self, _ATOM)}.{name}', _ATOM)

    def __getitem__(self, index):
        if type(index) is tuple and index:
            text = ', '.join(_text(item) for item in index)
        else:
            text = _text(index)
        return _new(self, f'{_at(self, _ATOM)}[{text}]', _ATOM)

    def __call__(self, *args, **kwargs):
        parts = [_text(arg) for arg in args]
        parts += [f'{name}={_text(arg)}' for name, arg in kwargs.items()]
        return _new(self, f'{_at(self, _ATOM)}({", ".join(parts)})', _ATOM)

    def __iter__(self):
        yield _new(self, f'*{_at(self, _ATOM)}', _ATOM)


def _around(standin):
    for one, around in _alive:
        if one is standin:
            return around


_alive = []


class _Around:
    """What the stand-ins of one evaluation have in common."""

    def __init__(self, globals, owner):
        self.globals = globals
        self.owner = owner
        self.made = _alive


def _new(standin, text, level):
    made = _StandIn(text, level, _around(standin))
    if isinstance(standin.__cell__, types.CellType):
        made.__cell__ = {standin.__forward_arg__: standin.__cell__}
    else:
        made.__cell__ = standin.__cell__
    return made


def _at(value, level):
    """The text of a value as an operand of this level."""
    text = _text(value)
    if type(value) is _StandIn and value.__arg__ < level:
        return f'({text})'
    return text


def _text(value):
    kind = type(value)
    if kind is _StandIn:
        return value.__forward_arg__
    if kind is tuple:
        return '(' + ', '.join(map(_text, value)) + (',)' if len(value) == 1 else ')')
    if kind is list:
        return '[' + ', '.join(map(_text, value)) + ']'
    if kind is set:
        return '{' + ', '.join(map(_text, value)) + '}'
    if kind is dict:
        return '{' + ', '.join(f'{_text(k)}: {_text(v)}' for k, v in value.items()) + '}'
    if kind is slice:
        bounds = ['' if x is None else _text(x) for x in (value.start, value.stop)]
        return ':'.join(bounds if value.step is None else [*bounds, _text(value.step)])
    return type_repr(value)


def _binary(symbol, level):
    def forward(self, other):
        text = f'{_at(self, level)} {symbol} {_at(other, level + 1)}'
        return _new(self, text, level)

    def reflected(self, other):
        text = f'{_at(other, level)} {symbol} {_at(self, level + 1)}'
        return _new(self, text, level)
    return forward, reflected


for _name, _symbol, _level in (('or', '|', 6), ('xor', '^', 7), ('and', '&', 8),
                               ('lshift', '<<', 9), ('rshift', '>>', 9), ('add', '+', 10),
                               ('sub', '-', 10), ('mul', '*', 11), ('truediv', '/', 11),
                               ('floordiv', '//', 11), ('mod', '%', 11), ('matmul', '@', 11),
                               ('pow', '**', 13)):
    _forward, _reflected = _binary(_symbol, _level)
    setattr(_StandIn, f'__{_name}__', _forward)
    setattr(_StandIn, f'__r{_name}__', _reflected)
for _name, _symbol in (('lt', '<'), ('le', '<='), ('gt', '>'), ('ge', '>='), ('eq', '=='),
                       ('ne', '!=')):
    setattr(_StandIn, f'__{_name}__', _binary(_symbol, 5)[0])
for _name, _symbol in (('neg', '-'), ('pos', '+'), ('invert', '~')):
    def _unary(self, symbol=_symbol):
        return _new(self, f'{symbol}{_at(self, 12)}', 12)
    setattr(_StandIn, f'__{_name}__', _unary)


class _Names(dict):
    """A namespace in which every name is: where it is not, a stand-in is made for it."""

    def __init__(self, namespace, around):
        super().__init__(namespace)
        self.around = around

    def __missing__(self, name):
        return _StandIn(name, _ATOM, self.around)


def _cells(func, around, format):
    """The closure of func for this format."""
    cells = []
    for name, cell in zip(func.__code__.co_freevars, func.__closure__ or ()):
        if name == '__conditional_annotations__':
            cells.append(types.CellType(_Everything()))
        elif name == '__classdict__':
            cells.append(types.CellType(_Names({}, around)) if format == STRING else cell)
        elif format == STRING or _is_empty(cell):
            cells.append(types.CellType(_StandIn(name, _ATOM, around, cell)))
        else:
            cells.append(cell)
    return tuple(cells) or None


class _Everything:
    def __contains__(self, index):
        return True


def _is_empty(cell):
    try:
        cell.cell_contents
    except ValueError:
        return True
    return False


def _with_names(func, owner, format):
    """func's result where names stand for themselves."""
    real = func.__globals__
    around = _Around(real, owner)
    namespace = {} if format == STRING else {**vars(builtins), **real}
    if format == STRING and '__conditional_annotations__' in func.__code__.co_names:
        namespace['__conditional_annotations__'] = real['__conditional_annotations__']
    faked = types.FunctionType(func.__code__, _Names(namespace, around), func.__name__,
                               func.__defaults__, _cells(func, around, format))
    faked.__kwdefaults__ = func.__kwdefaults__
    return faked(FAKE)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    """Call an __annotate__ function for the given format."""
    if format == FAKE:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    before = len(_alive)
    func = getattr(annotate, '__func__', annotate)
    try:
        result = _with_names(func, owner, format)
        if format == FORWARDREF:
            for standin, _ in _alive[before:]:
                standin.__arg__ = None
                standin.__class__ = ForwardRef
            return result
        if _is_evaluate:
            return result if isinstance(result, str) else _text(result)
        return {key: val if isinstance(val, str) else repr(val) for key, val in result.items()}
    finally:
        del _alive[before:]


def call_evaluate_function(evaluate, format, *, owner=None):
    """Call an evaluate function for the given format."""
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def get_annotate_from_class_namespace(obj):
    """Retrieve the annotate function from a class namespace dictionary."""
    if '__annotate__' in obj:
        return obj['__annotate__']
    return obj.get('__annotate_func__')


def type_repr(value):
    """Convert a Python value to a format suitable for use with the STRING format."""
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)) \
            and not isinstance(value, types.GenericAlias):
        if value.__module__ == 'builtins':
            return value.__qualname__
        return f'{value.__module__}.{value.__qualname__}'
    return '...' if value is ... else repr(value)


def annotations_to_string(annotations):
    """Convert an annotation dict containing values to approximately the STRING format."""
    return {n: t if isinstance(t, str) else type_repr(t) for n, t in annotations.items()}


def _own(obj, name):
    if not isinstance(obj, type):
        return getattr(obj, name, None)
    try:
        return type.__dict__[name].__get__(obj)
    except AttributeError:
        return None  # static types have none


def _values(obj):
    found = _own(obj, '__annotations__')
    if found is not None and not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    return found


def _called(obj, format):
    annotate = _own(obj, '__annotate__')
    if annotate is None:
        return None
    found = call_annotate_function(annotate, format, owner=obj)
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotate__ returned a non-dict")
    return found


def _in_format(obj, format):
    if format == VALUE:
        found = _values(obj)
        return _called(obj, format) if found is None else found
    if format == FORWARDREF:
        try:
            found = _values(obj)
        except (NameError, AttributeError, TypeError):
            pass
        else:
            if found is not None:
                return found
        found = _called(obj, format)
        return _values(obj) if found is None else found
    if format == STRING:
        found = _called(obj, format)
        if found is None:
            found = _values(obj)
            found = None if found is None else annotations_to_string(found)
        return found
    if format == FAKE:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    raise ValueError(f"Unsupported format {format!r}")


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=VALUE):
    """Compute the annotations dict for an object."""
    if eval_str and format != VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    found = _in_format(obj, format)
    if found is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f"{obj!r} does not have annotations")
    if not eval_str:
        return dict(found)
    if isinstance(obj, type):
        own_globals = getattr(sys.modules.get(obj.__module__), '__dict__', None)
        own_locals = dict(vars(obj))
    elif isinstance(obj, types.ModuleType):
        own_globals, own_locals = vars(obj), None
    else:
        while hasattr(obj, '__wrapped__'):
            obj = obj.__wrapped__
        own_globals, own_locals = getattr(obj, '__globals__', None), None
    globals = own_globals if globals is None else globals
    locals = own_locals or {} if locals is None else locals
    for param in getattr(obj, '__type_params__', ()):
        locals.setdefault(param.__name__, param)
    return {key: eval(value, globals, locals) if isinstance(value, str) else value
            for key, value in found.items()}


# What dataclasses and typing ask.

def _class_annotations(cls):
    """Those of a class itself, with forward references where names are not there."""
    try:
        return _own(cls, '__annotations__') or {}
    except (NameError, AttributeError, TypeError):
        return get_annotations(cls, format=FORWARDREF)


def _in_namespace(ns):
    """Those of a class by its namespace, and the function that makes them, if there is one."""
    found = ns.get('__annotations__')
    annotate = None if found is not None else get_annotate_from_class_namespace(ns)
    if annotate is None:
        return found or {}, None
    return call_annotate_function(annotate, FORWARDREF), annotate


def _checked(original, check):
    """The function that makes the annotations of a named tuple: original's, checked."""
    def annotate(format):
        found = call_annotate_function(original, format)
        if format == STRING:
            return found
        return {name: check(value) for name, value in found.items()}
    annotate.__qualname__ = 'NamedTupleMeta.__new__.<locals>.annotate'
    return annotate
`;
