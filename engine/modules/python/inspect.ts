/**
 * The module inspect, as far as functions, frames and generators go: what v3.13.0 Lib/inspect.py does.
 * The text is our own.
 */
export const INSPECT = String.raw`
import functools
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 16, 32, 128, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    tp = type(obj)
    return hasattr(tp, "__get__") and not hasattr(tp, "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__set__") or hasattr(tp, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) \
        or ismethoddescriptor(object)


def _has_flag(f, flag):
    f = getattr(f, '__func__', f)
    while isinstance(f, functools.partial):
        f = f.func
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or hasattr(type(object), '__await__')


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isabstract(object):
    return bool(isinstance(object, type) and getattr(object, '__abstractmethods__', None))


def getmembers(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name."""
    results = []
    for key in dir(object):
        try:
            value = getattr(object, key)
        except AttributeError:
            continue
        if not predicate or predicate(value):
            results.append((key, value))
    results.sort(key=lambda pair: pair[0])
    return results


def getattr_static(obj, attr, *default):
    if not isinstance(obj, type):
        d = getattr(obj, '__dict__', {})
        if attr in d:
            return d[attr]
        obj = type(obj)
    for base in obj.__mro__:
        if attr in base.__dict__:
            return base.__dict__[attr]
    if default:
        return default[0]
    raise AttributeError(attr)


def getmro(cls):
    "Return tuple of base classes (including cls) in method resolution order."
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, '__wrapped__') and not (stop and stop(func)):
        func = func.__wrapped__
    return func


def cleandoc(doc):
    """Clean up indentation from docstrings."""
    lines = doc.expandtabs().split('\n')
    margin = sys.maxsize
    for line in lines[1:]:
        content = len(line.lstrip(' '))
        if content:
            margin = min(margin, len(line) - content)
    if lines:
        lines[0] = lines[0].lstrip(' ')
    if margin < sys.maxsize:
        for i in range(1, len(lines)):
            lines[i] = lines[i][margin:]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    """Get the documentation string for an object."""
    doc = getattr(object, '__doc__', None)
    if doc is None and ismemberdescriptor(object):
        slots = getattr(object.__objclass__, '__slots__', None)
        doc = slots.get(object.__name__) if isinstance(slots, dict) else None
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def _code(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = unwrap(object).__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object


def getfile(object):
    code = _code(object)
    if iscode(code):
        return code.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was '
                    'expected, got {}'.format(type(object).__name__))


getsourcefile = getfile


def _lines_from(filename, start):
    import _traceback
    lines = []
    blank = 0
    indent = None
    n = start
    while True:
        line = _traceback.line(filename, n)
        stripped = line.strip()
        if not stripped:
            blank += 1
            if blank > 200:
                break
            lines.append('\n')
            n += 1
            continue
        blank = 0
        depth = len(line) - len(line.lstrip())
        if indent is None:
            indent = depth
            header = True
        elif depth <= indent and not header:
            break
        if header and stripped.endswith(':') and not stripped.startswith('@'):
            header = False
        lines.append(line + '\n')
        n += 1
    while lines and lines[-1] == '\n':
        lines.pop()
    return lines


def getsourcelines(object):
    """Return a list of source lines and starting line number for an object."""
    if isclass(object):
        filename = sys._getframe(1).f_code.co_filename
        start = object.__firstlineno__
    else:
        code = _code(object)
        filename, start = code.co_filename, code.co_firstlineno
    lines = _lines_from(filename, start)
    if not lines:
        raise OSError('could not get source code')
    return lines, start


def getsource(object):
    """Return the text of the source code for an object."""
    if isclass(object):
        lines = _lines_from(sys._getframe(1).f_code.co_filename, object.__firstlineno__)
    else:
        lines, _ = getsourcelines(object)
    return ''.join(lines)


def currentframe():
    """Return the frame of the caller or None if this is not possible."""
    return sys._getframe(1)


class Traceback(tuple):
    _fields = ('filename', 'lineno', 'function', 'code_context', 'index')

    def __new__(cls, *values, positions=None):
        self = super().__new__(cls, values)
        self.positions = positions
        return self

    filename = property(lambda self: self[0])
    lineno = property(lambda self: self[1])
    function = property(lambda self: self[2])
    code_context = property(lambda self: self[3])
    index = property(lambda self: self[4])

    def __repr__(self):
        return ('Traceback(filename={!r}, lineno={!r}, function={!r}, code_context={!r}, '
                'index={!r}, positions={!r})'.format(*self, self.positions))


class FrameInfo(Traceback):
    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])

    def __repr__(self):
        return ('FrameInfo(frame={!r}, filename={!r}, lineno={!r}, function={!r}, '
                'code_context={!r}, index={!r}, positions={!r})'.format(*self, self.positions))


def getframeinfo(frame, context=1):
    """Get information about a frame or traceback object."""
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    if istraceback(frame):
        frame = frame.tb_frame
    import _traceback
    filename = frame.f_code.co_filename
    line = _traceback.line(filename, lineno)
    lines, index = ([line + '\n'], 0) if line and context > 0 else (None, None)
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def stack(context=1):
    """Return a list of records for the stack above the caller's frame."""
    frame = sys._getframe(1)
    result = []
    while frame:
        result.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return result


def trace(context=1):
    exc = sys.exc_info()[1]
    tb = None if exc is None else exc.__traceback__
    result = []
    while tb:
        result.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return result


def getgeneratorstate(generator):
    if generator.gi_running:
        return 'GEN_RUNNING'
    if generator.gi_frame is None:
        return 'GEN_CLOSED'
    if generator.gi_frame.f_lasti > 0 and getattr(generator, 'gi_suspended', True):
        return 'GEN_SUSPENDED'
    return 'GEN_CREATED'


GEN_CREATED, GEN_RUNNING = 'GEN_CREATED', 'GEN_RUNNING'
GEN_SUSPENDED, GEN_CLOSED = 'GEN_SUSPENDED', 'GEN_CLOSED'


def getgeneratorlocals(generator):
    frame = generator.gi_frame
    return frame.f_locals if frame is not None else {}


def getclosurevars(func):
    code = func.__code__
    cells = {} if func.__closure__ is None else {
        var: cell.cell_contents for var, cell in zip(code.co_freevars, func.__closure__)}
    names = {n: func.__globals__[n] for n in code.co_names if n in func.__globals__}
    return cells, names


class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


_KINDS = ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY',
          'VAR_KEYWORD')
_DESCRIPTIONS = ('positional-only', 'positional or keyword', 'variadic positional',
                 'keyword-only', 'variadic keyword')


class _ParameterKind(int):
    @property
    def name(self):
        return _KINDS[self]

    @property
    def description(self):
        return _DESCRIPTIONS[self]

    def __repr__(self):
        return f'<_ParameterKind.{_KINDS[self]}: {int(self)}>'

    def __str__(self):
        return _KINDS[self]


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation).replace('typing.', '')


class Parameter:
    """Represents a parameter in a function signature."""
    __slots__ = ('name', 'kind', 'default', 'annotation')
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = map(
        _ParameterKind, range(5))
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = _ParameterKind(kind)
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        values = {n: getattr(self, n) for n in self.__slots__} | changes
        return Parameter(values.pop('name'), values.pop('kind'), **values)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ': ' + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (' = ' if self.annotation is not _empty else '=') + repr(self.default)
        return {2: '*', 4: '**'}.get(int(self.kind), '') + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and all(
            getattr(self, n) == getattr(other, n) for n in self.__slots__)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.arguments = arguments
        self.signature = signature

    @property
    def args(self):
        result = []
        for name, p in self.signature.parameters.items():
            if p.kind >= 3 or name not in self.arguments:
                break
            if p.kind == 2:
                result.extend(self.arguments[name])
            else:
                result.append(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        result = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments:
                if p.kind == 4:
                    result.update(self.arguments[name])
                elif p.kind == 3:
                    result[name] = self.arguments[name]
        return result

    def apply_defaults(self):
        full = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif p.default is not _empty:
                full[name] = p.default
            elif p.kind == 2:
                full[name] = ()
            elif p.kind == 4:
                full[name] = {}
        self.arguments = full

    def __repr__(self):
        inner = ', '.join(f'{k}={v!r}' for k, v in self.arguments.items())
        return f'<BoundArguments ({inner})>'


class Signature:
    """A Signature object represents the overall signature of a function."""
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType({p.name: p for p in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **kwargs):
        return signature(obj)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return Signature(
            self.parameters.values() if parameters is _empty else parameters,
            return_annotation=(self.return_annotation if return_annotation is _empty
                               else return_annotation))

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        args = list(args)
        for name, p in self.parameters.items():
            if p.kind == 2:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif p.kind == 4:
                if kwargs:
                    arguments[name] = kwargs
                    kwargs = {}
            elif p.kind <= 1 and args:
                if p.kind == 1 and name in kwargs:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = args.pop(0)
            elif p.kind != 0 and name in kwargs:
                kwargs = dict(kwargs)
                arguments[name] = kwargs.pop(name)
            elif p.default is _empty and not partial:
                what = 'keyword-only ' if p.kind == 3 else ''
                raise TypeError(f'missing a required {what}argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, arguments)

    def __str__(self):
        result = []
        slash = False
        star = True
        for p in self.parameters.values():
            if p.kind == 0:
                slash = True
            elif slash:
                result.append('/')
                slash = False
            if p.kind == 2:
                star = False
            elif p.kind == 3 and star:
                result.append('*')
                star = False
            result.append(str(p))
        if slash:
            result.append('/')
        text = '({})'.format(', '.join(result))
        if self.return_annotation is not _empty:
            text += ' -> ' + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} {self}>'

    def __eq__(self, other):
        return (isinstance(other, Signature)
                and list(self.parameters.values()) == list(other.parameters.values())
                and self.return_annotation == other.return_annotation)


def _function_signature(func):
    code = func.__code__
    names = code.co_varnames
    n, pos, kw = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    notes = getattr(func, '__annotations__', {})
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    result = []
    for i, name in enumerate(names[:n]):
        j = i - (n - len(defaults))
        result.append(Parameter(name, 0 if i < pos else 1,
                                default=defaults[j] if j >= 0 else _empty,
                                annotation=notes.get(name, _empty)))
    at = n + kw
    if code.co_flags & CO_VARARGS:
        result.append(Parameter(names[at], 2, annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[n:n + kw]:
        result.append(Parameter(name, 3, default=kwdefaults.get(name, _empty),
                                annotation=notes.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        result.append(Parameter(names[at], 4, annotation=notes.get(names[at], _empty)))
    return Signature(result, return_annotation=notes.get('return', _empty))


def _without_first(sig):
    return sig.replace(parameters=list(sig.parameters.values())[1:])


def signature(obj, *, follow_wrapped=True, **kwargs):
    """Get a signature object for the passed callable."""
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj)
    if isfunction(obj):
        return _function_signature(obj)
    if isinstance(obj, functools.partial):
        sig = signature(obj.func)
        left = list(sig.parameters.values())[len(obj.args):]
        return sig.replace(parameters=[
            p.replace(default=obj.keywords[p.name], kind=3) if p.name in obj.keywords else p
            for p in left])
    if isclass(obj):
        for name in ('__new__', '__init__'):
            found = getattr_static(obj, name, None)
            found = getattr(found, '__func__', found)
            if isfunction(found):
                return _without_first(_function_signature(found))
        if type(obj).__call__ is type.__call__ and obj.__init__ is object.__init__:
            return Signature([])
    else:
        call = getattr_static(type(obj), '__call__', None)
        if isfunction(call):
            return _without_first(_function_signature(call))
    raise ValueError(f'no signature found for builtin {obj!r}')


def getfullargspec(func):
    sig = signature(func)
    params = list(sig.parameters.values())
    return ([p.name for p in params if p.kind <= 1],
            next((p.name for p in params if p.kind == 2), None),
            next((p.name for p in params if p.kind == 4), None),
            tuple(p.default for p in params if p.kind <= 1 and p.default is not _empty) or None,
            [p.name for p in params if p.kind == 3],
            {p.name: p.default for p in params if p.kind == 3 and p.default is not _empty} or None,
            dict(getattr(func, '__annotations__', {})))


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    return dict(getattr(obj, '__annotations__', {}) or {})
`;
