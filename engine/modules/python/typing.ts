/**
 * The module typing, as far as annotations need it: what v3.13.0 Lib/typing.py does.
 * The text is our own.
 */
export const TYPING = String.raw`
import sys
import types
import collections
import collections.abc
import functools
from abc import ABCMeta, abstractmethod

TYPE_CHECKING = False


def _type_repr(obj):
    if isinstance(obj, tuple):
        return '[' + ', '.join(_type_repr(t) for t in obj) + ']'
    if isinstance(obj, type) and not isinstance(obj, types.GenericAlias):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    return repr(obj)


def _check(arg):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


try:
    from _annotate import ForwardRef, _checked, _class_annotations, _in_namespace
except ImportError:
    from _typing_older import ForwardRef, _checked, _class_annotations, _in_namespace


class _Final:
    __slots__ = ('__weakref__',)


def _dedupe(params):
    result = []
    for p in params:
        if p not in result:
            result.append(p)
    return tuple(result)


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            if arg not in found:
                found.append(arg)
        elif isinstance(arg, (list, tuple)):
            for p in _parameters(arg):
                if p not in found:
                    found.append(p)
        else:
            for p in getattr(arg, '__parameters__', ()):
                if p not in found:
                    found.append(p)
    return tuple(found)


class _SpecialForm:
    def __init__(self, name, make=None, doc=None):
        self._name = name
        self._make = make
        self.__doc__ = doc

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __getitem__(self, parameters):
        if self._make is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._make(self, parameters)


class _GenericAlias:
    def __init__(self, origin, args, *, name=None, inst=True):
        if not isinstance(args, tuple):
            args = (args,)
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)
        self._name = name
        self._inst = inst
        self.__module__ = origin.__module__ if name is None and hasattr(origin, '__module__') \
            else 'typing'

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        subst = dict(zip(self.__parameters__, map(_check, args)))

        def put(arg):
            if isinstance(arg, type):
                return arg
            if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
                return subst.get(arg, arg)
            inner = getattr(arg, '__parameters__', ())
            if inner:
                return arg[tuple(subst.get(p, p) for p in inner)]
            return arg
        new = tuple(put(a) for a in self.__args__)
        if self.__origin__ is Union:
            return Union[new]
        return _GenericAlias(self.__origin__, new, name=self._name, inst=self._inst)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; "
                            f"use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if self._name:
            result = [self.__origin__] if self.__origin__ not in bases else []
            if not any(isinstance(b, type) and issubclass(b, Generic) or
                       getattr(b, '__origin__', None) is Generic for b in bases):
                result.append(Generic)
            return tuple(result)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            i = bases.index(self)
            for b in bases[i + 1:]:
                if isinstance(b, _GenericAlias) and b is not self:
                    return ()
        return (self.__origin__,)

    def __getattr__(self, attr):
        if attr in ('__origin__', '__args__') or (attr.startswith('__') and attr.endswith('__')):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        if self.__origin__ is not other.__origin__:
            return False
        if self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __repr__(self):
        args = self.__args__
        if self.__origin__ is Union:
            if len(args) == 2 and type(None) in args:
                other = args[1] if args[0] is type(None) else args[0]
                return f'typing.Optional[{_type_repr(other)}]'
        if self.__origin__ is collections.abc.Callable and self._name == 'Callable':
            if len(args) == 2 and args[0] is ...:
                return f'typing.Callable[..., {_type_repr(args[1])}]'
            inner = ', '.join(_type_repr(a) for a in args[:-1])
            return f'typing.Callable[[{inner}], {_type_repr(args[-1])}]'
        if self.__origin__ is Literal:
            return 'typing.Literal[' + ', '.join(map(repr, args)) + ']'
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        shown = ', '.join(_type_repr(a) for a in args) if args else '()'
        return f'{name}[{shown}]'


class _Annotated(_GenericAlias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata

    def __repr__(self):
        return "typing.Annotated[{}, {}]".format(
            _type_repr(self.__origin__), ", ".join(repr(a) for a in self.__metadata__))

    def __eq__(self, other):
        return (isinstance(other, _Annotated) and self.__origin__ == other.__origin__
                and self.__metadata__ == other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _Alias:
    # List, Dict...: a name of a class that takes parameters
    def __init__(self, origin, nparams, name):
        self.__origin__ = origin
        self._nparams = nparams
        self._name = name
        self.__module__ = 'typing'
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if self._name == 'Callable':
            if len(params) != 2:
                raise TypeError("Callable must be used as Callable[[arg, ...], result].")
            args, result = params
            args = tuple(args) if isinstance(args, list) else (args,)
            return _GenericAlias(self.__origin__,
                                 tuple(_check(a) for a in args) + (_check(result),),
                                 name='Callable', inst=False)
        if self._name == 'Tuple':
            params = () if params == ((),) else params
        elif self._nparams >= 0 and len(params) != self._nparams:
            actual, expected = len(params), self._nparams
            raise TypeError(f"Too {'many' if actual > expected else 'few'} arguments for {self}; "
                            f"actual {actual}, expected {expected}")
        return _GenericAlias(self.__origin__, tuple(_check(p) for p in params), name=self._name,
                             inst=False)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Type {self._name} cannot be instantiated; "
                        f"use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        result = [self.__origin__]
        if Generic not in bases:
            result.append(Generic)
        return tuple(result)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


def _make_union(form, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for p in parameters:
        p = _check(p)
        if isinstance(p, (_GenericAlias, types.UnionType)) and (
                isinstance(p, types.UnionType) or p.__origin__ is Union):
            flat.extend(p.__args__)
        else:
            flat.append(p)
    params = _dedupe(flat)
    if len(params) == 1:
        return params[0]
    return _GenericAlias(Union, params, name='Union')


def _make_optional(form, parameter):
    return Union[_type_check(parameter, f"{form} requires a single type."), None]


def _one(form, parameter):
    return _GenericAlias(form, (_check(parameter),), name=form._name)


def _many(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _GenericAlias(form, tuple(_check(p) for p in parameters), name=form._name)


def _make_literal(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _GenericAlias(form, parameters, name='Literal')


def _make_annotated(form, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments "
                        "(a type and an annotation).")
    return _Annotated(_check(params[0]), params[1:])


if types.UnionType.__name__ == 'Union':
    Union = types.UnionType
else:
    Union = _SpecialForm('Union', _make_union)
Optional = _SpecialForm('Optional', _make_optional)
ClassVar = _SpecialForm('ClassVar', _one)
Final = _SpecialForm('Final', _one)
Required = _SpecialForm('Required', _one)
NotRequired = _SpecialForm('NotRequired', _one)
ReadOnly = _SpecialForm('ReadOnly', _one)
TypeGuard = _SpecialForm('TypeGuard', _one)
TypeIs = _SpecialForm('TypeIs', _one)
Unpack = _SpecialForm('Unpack', _one)
Concatenate = _SpecialForm('Concatenate', _many)
Literal = _SpecialForm('Literal', _make_literal)
Annotated = _SpecialForm('Annotated', _make_annotated)
NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
LiteralString = _SpecialForm('LiteralString')
TypeAlias = _SpecialForm('TypeAlias')


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Special type indicating an unconstrained type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x) \
        or getattr(x, '__origin__', None) is Unpack or isinstance(x, TypeVarTuple)


def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, '__typing_is_unpacked_typevartuple__', False)


def _type_check(arg, msg, is_argument=True):
    arg = _check(arg)
    plain = (Any, LiteralString, NoReturn, Never, Self, TypeAlias)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in (Generic, Protocol, ClassVar, Final):
        raise TypeError(f"{arg} is not valid as type argument")
    if any(arg is form for form in plain):
        return arg
    if isinstance(arg, _SpecialForm) or arg is Generic or arg is Protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _unpack(arg):
    return Unpack[arg]


def _make_union_of(left, right):
    return Union[left, right]


def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.")
    if getattr(arg, '__origin__', None) is Unpack or (
            isinstance(arg, types.GenericAlias) and arg.__unpacked__):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _typevar_prepare_subst(self, alias, args):
    at = alias.__parameters__.index(self)
    if at < len(args):
        return args
    if at > len(args) or not self.has_default():
        raise TypeError(f"Too few arguments for {alias}")
    return (*args, self.__default__)


def _has_default(param):
    return hasattr(param, 'has_default') and param.has_default()


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec)) \
        or getattr(arg, '__origin__', None) is Concatenate


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple(_type_check(a, "Expected a type.") for a in arg)
    if not _is_param_expr(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, "
                        f"ParamSpec, or Concatenate. Got {arg}")
    return arg


def _paramspec_prepare_subst(self, alias, args):
    params = alias.__parameters__
    i = params.index(self)
    if i == len(args) and _has_default(self):
        args = (*args, self.__default__)
    if i >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(params) == 1 and not _is_param_expr(args[0]):
        return (args,)
    if isinstance(args[i], list):
        return (*args[:i], tuple(args[i]), *args[i + 1:])
    return args


def _typevartuple_prepare_subst(self, alias, args):
    params = alias.__parameters__
    left = params.index(self)
    right = len(params) - left - 1
    if any(isinstance(param, TypeVarTuple) for param in params[left + 1:]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    if left + right > len(args):
        raise TypeError(f"Too few arguments for {alias};"
                        f" actual {len(args)}, expected at least {len(params) - 1}")
    end = len(args) - right
    if left == end and _has_default(self):
        default = self.__default__
        many = tuple(getattr(default, '__args__', default))
    else:
        many = tuple(args[left:end])
    return (*args[:left], many, *args[end:])


def _check_count(cls, args):
    params = cls.__parameters__
    given, expected = len(args), len(params)
    if given == expected:
        return
    least = ''
    if given < expected:
        optional = sum(map(_has_default, params))
        if optional or not _COUNTS_EXACTLY:
            least = 'at least '
            expected -= optional
    raise TypeError(f"Too {'many' if given > expected else 'few'} arguments for {cls}; "
                    f"actual {given}, expected {least}{expected}")


def _generic_class_getitem(cls, args):
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple(_check(p) for p in args)
    if cls in (Generic, Protocol):
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(_is_typevar_like(p) for p in args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables "
                            f"or parameter specification variables.")
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _GenericAlias(cls, args)
    if not cls.__parameters__:
        raise TypeError(f"{cls} is not a generic class")
    for param in cls.__parameters__:
        if isinstance(param, TypeVar) and not _has_default(param):
            continue
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(cls, args)
    _check_count(cls, args)
    flat = []
    for param, arg in zip(cls.__parameters__, args):
        if isinstance(param, TypeVarTuple):
            flat.extend(arg)
        else:
            flat.append(arg)
    return _GenericAlias(cls, tuple(flat))


def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    bases = cls.__dict__.get('__orig_bases__')
    if Generic in (cls.__bases__ if bases is None else bases) and cls.__name__ != 'Protocol':
        raise TypeError("Cannot inherit from plain Generic")
    if bases is None:
        cls.__parameters__ = ()
        return
    found = _parameters(tuple(b for b in bases if not isinstance(b, type)))
    listed = None
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
            if listed is not None:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            listed = base.__parameters__
        elif listed is None and isinstance(base, _GenericAlias) and base.__origin__ is Protocol:
            listed = base.__parameters__
    if listed is not None:
        missing = [t for t in found if t not in listed]
        if missing:
            raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are"
                            f" not listed in Generic[{', '.join(map(str, listed))}]")
        found = listed
    cls.__parameters__ = found


try:
    from _typing import TypeVar, ParamSpec, TypeVarTuple, ParamSpecArgs, ParamSpecKwargs
    from _typing import TypeAliasType, Generic
except ImportError:
    from _typing_older import TypeVar, ParamSpec, TypeVarTuple, ParamSpecArgs, ParamSpecKwargs
    from _typing_older import Generic
try:
    from _typing import NoDefault
except ImportError:
    _COUNTS_EXACTLY = True
else:
    _COUNTS_EXACTLY = False


_SKIP = {'__abstractmethods__', '__annotations__', '__annotate__', '__annotate_func__',
         '__annotations_cache__', '__dict__', '__doc__', '__init__',
         '__module__', '__new__', '__slots__', '__subclasshook__', '__weakref__',
         '__class_getitem__', '__match_args__', '__static_attributes__', '__firstlineno__',
         '__parameters__', '__orig_bases__', '_is_protocol', '_is_runtime_protocol',
         '__protocol_attrs__', '_abc_impl', '__qualname__', '__orig_class__',
         '__non_callable_proto_members__'}


def _protocol_attrs(cls):
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for attr in (*base.__dict__, *_class_annotations(base)):
            if not attr.startswith('_abc_') and attr not in _SKIP:
                attrs.add(attr)
    return attrs


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not cls.__dict__.get('_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError("Instance and class checks can only be used with"
                            " @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        for attr in cls.__protocol_attrs__:
            if not hasattr(instance, attr):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls.__dict__.get('_is_protocol', False) and cls is not Protocol:
            if not getattr(cls, '_is_runtime_protocol', False):
                raise TypeError("Instance and class checks can only be used with "
                                "@runtime_checkable protocols")
        return super().__subclasscheck__(other)


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes."""
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol:
            cls.__protocol_attrs__ = _protocol_attrs(cls)
            if cls.__init__ is Protocol.__init__ or cls.__init__ is object.__init__:
                cls.__init__ = _no_init
        if '__subclasshook__' not in cls.__dict__:
            def hook(klass, other):
                if not cls.__dict__.get('_is_protocol', False) or klass is not cls:
                    return NotImplemented
                for attr in cls.__protocol_attrs__:
                    for base in other.__mro__:
                        if attr in base.__dict__:
                            if base.__dict__[attr] is None:
                                return NotImplemented
                            break
                        if attr in _class_annotations(base):
                            break
                    else:
                        return NotImplemented
                return True
            cls.__subclasshook__ = classmethod(hook)


def runtime_checkable(cls):
    """Mark a protocol class as a runtime protocol."""
    if not isinstance(cls, type) or not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes,'
                        ' got %r' % cls)
    cls._is_runtime_protocol = True
    return cls


Tuple = _Alias(tuple, -1, 'Tuple')
List = _Alias(list, 1, 'List')
Dict = _Alias(dict, 2, 'Dict')
Set = _Alias(set, 1, 'Set')
FrozenSet = _Alias(frozenset, 1, 'FrozenSet')
Type = _Alias(type, 1, 'Type')
Deque = _Alias(collections.deque, 1, 'Deque')
DefaultDict = _Alias(collections.defaultdict, 2, 'DefaultDict')
OrderedDict = _Alias(collections.OrderedDict, 2, 'OrderedDict')
Counter = _Alias(collections.Counter, 1, 'Counter')
ChainMap = _Alias(collections.ChainMap, 2, 'ChainMap')
for _name, _n in [('Hashable', 0), ('Awaitable', 1), ('Coroutine', 3), ('AsyncIterable', 1),
                  ('AsyncIterator', 1), ('Iterable', 1), ('Iterator', 1), ('Reversible', 1),
                  ('Sized', 0), ('Container', 1), ('Collection', 1), ('Callable', 2),
                  ('MutableSet', 1), ('Mapping', 2), ('MutableMapping', 2), ('Sequence', 1),
                  ('MutableSequence', 1), ('MappingView', 1), ('KeysView', 1), ('ItemsView', 2),
                  ('ValuesView', 1), ('Generator', -1), ('AsyncGenerator', -1)]:
    globals()[_name] = _Alias(getattr(collections.abc, _name), _n, _name)
AbstractSet = _Alias(collections.abc.Set, 1, 'AbstractSet')
Text = str
AnyStr = TypeVar('AnyStr', bytes, str)
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
del _name, _n


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    __slots__ = ()

    @abstractmethod
    def __abs__(self):
        pass


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        types_, annotate = _in_namespace(ns)
        default_names = []
        for name in types_:
            if name in ns:
                default_names.append(name)
            elif default_names:
                raise TypeError(f"Non-default namedtuple field {name} "
                                f"cannot follow default field"
                                f"{'s' if len(default_names) > 1 else ''} "
                                f"{', '.join(default_names)}")
        nm_tpl = collections.namedtuple(typename, types_, module=ns['__module__'],
                                        defaults=[ns[n] for n in default_names])
        if annotate is None:
            checked = {n: _check(t) for n, t in types_.items()}
            nm_tpl.__annotations__ = nm_tpl.__new__.__annotations__ = checked
        else:
            nm_tpl.__annotate__ = nm_tpl.__new__.__annotate__ = _checked(annotate, _check)
        for key, val in ns.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields',
                       '_field_defaults', '_field_types', '_make', '_replace', '_asdict',
                       '_source'):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ('__module__', '__name__', '__annotations__', '__annotate__',
                           '__annotate_func__', '__annotations_cache__', '__orig_bases__') \
                    and key not in nm_tpl._fields:
                setattr(nm_tpl, key, val)
        return nm_tpl


def NamedTuple(typename, fields=(), /, **kwargs):
    """Typed version of namedtuple."""
    fields = list(fields) or list(kwargs.items())
    nt = collections.namedtuple(typename, [n for n, t in fields],
                                module=sys._getframe(1).f_globals.get('__name__', '__main__'))
    nt.__annotations__ = {n: _check(t) for n, t in fields}
    return nt


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta:
                raise TypeError('cannot inherit from both a TypedDict type '
                                'and a non-TypedDict base class')
        tp_dict = type.__new__(_TypedDictMeta, name, (dict,), ns)
        annotations = {}
        required = set()
        optional = set()
        for base in bases:
            annotations.update(_class_annotations(base))
            required |= set(getattr(base, '__required_keys__', ()))
            optional |= set(getattr(base, '__optional_keys__', ()))
        own, _ = _in_namespace(ns)
        annotations.update(own)
        for key, tp in own.items():
            origin = getattr(tp, '__origin__', None)
            if origin is Required or (origin is not NotRequired and total):
                required.add(key)
            else:
                optional.add(key)
        tp_dict.__annotations__ = annotations
        tp_dict.__required_keys__ = frozenset(required)
        tp_dict.__optional_keys__ = frozenset(optional)
        tp_dict.__total__ = total
        return tp_dict

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')


def TypedDict(typename, fields=(), /, *, total=True):
    """A simple typed namespace. At runtime it is equivalent to a plain dict."""
    ns = {'__annotations__': dict(fields)}
    return _TypedDictMeta(typename, (), ns, total=total)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


class NewType:
    """NewType creates simple unique types with almost zero runtime overhead."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[-1]
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get('__name__')

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def cast(typ, val):
    """Cast a value to a type."""
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def _overload_dummy(*args, **kwds):
    """Helper for @overload to raise when called."""
    raise NotImplementedError(
        "You should not call an overloaded function. "
        "A series of @overload-decorated functions "
        "outside a stub module should always be followed "
        "by an implementation that is not @overload-ed.")


def overload(func):
    """Decorator for overloaded functions/methods."""
    return _overload_dummy


def no_type_check(arg):
    return arg


def final(f):
    """Decorator to indicate final methods and final classes."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Indicate that a method is intended to override a method in a base class."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def dataclass_transform(**kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = kwargs
        return cls_or_fn
    return decorator


def get_origin(tp):
    """Get the unsubscripted version of a type."""
    if isinstance(tp, _Annotated):
        return Annotated
    if isinstance(tp, (_GenericAlias, _Alias, types.GenericAlias)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    """Get type arguments with all substitutions performed."""
    if isinstance(tp, _Annotated):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, types.GenericAlias)):
        res = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (len(res) == 2 and res[0] is ...):
            res = (list(res[:-1]), res[-1])
        return res
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return type hints for an object."""
    def evaluate(value, ns, local):
        if value is None:
            return type(None)
        if isinstance(value, ForwardRef):
            value = value.__forward_arg__
        while isinstance(value, str):
            value = eval(value, ns, local)
        if type(value) is Union:
            value = Union[tuple(evaluate(arg, ns, local) for arg in value.__args__)]
        return value
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            ns = globalns or getattr(module, '__dict__', {})
            for name, value in _class_annotations(base).items():
                hints[name] = evaluate(value, ns, localns or dict(vars(base)))
        return hints
    if globalns is None:
        globalns = getattr(obj, '__globals__', None) or getattr(obj, '__dict__', {})
    for name, value in (getattr(obj, '__annotations__', None) or {}).items():
        hints[name] = evaluate(value, globalns, localns)
    return hints


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


class IO(Generic[AnyStr]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()
`;
