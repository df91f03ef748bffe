/**
 * The module abc: what v3.13.0 Lib/abc.py and Lib/_py_abc.py do.
 * The text is our own.
 */
export const ABC = `
from _weakrefset import WeakSet


def abstractmethod(funcobj):
    """A decorator indicating abstract methods."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


_counter = 0


def get_cache_token():
    return _counter


class _abc_data:
    __slots__ = ('registry', 'cache', 'negative', 'version')

    def __init__(self):
        self.registry = None
        self.cache = None
        self.negative = None
        self.version = _counter


def _compute_abstract(cls, namespace, bases):
    found = {name for name, value in namespace.items()
             if getattr(value, '__isabstractmethod__', False)}
    for base in bases:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                found.add(name)
    cls.__abstractmethods__ = frozenset(found)


class ABCMeta(type):
    """Metaclass for defining Abstract Base Classes (ABCs)."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _compute_abstract(cls, namespace, bases)
        cls._abc_impl = _abc_data()
        return cls

    def register(cls, subclass):
        """Register a virtual subclass of an ABC."""
        global _counter
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        data = cls._abc_impl
        if data.registry is None:
            data.registry = WeakSet()
        data.registry.add(subclass)
        _counter += 1
        return subclass

    def _abc_registry_clear(cls):
        cls._abc_impl.registry = None

    def _abc_caches_clear(cls):
        cls._abc_impl.cache = cls._abc_impl.negative = None

    def __instancecheck__(cls, instance):
        """Override for isinstance(instance, cls)."""
        subclass = instance.__class__
        data = cls._abc_impl
        if data.cache is not None and subclass in data.cache:
            return True
        subtype = type(instance)
        if subtype is subclass:
            if (data.version == _counter and data.negative is not None
                    and subclass in data.negative):
                return False
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)

    def __subclasscheck__(cls, subclass):
        """Override for issubclass(subclass, cls)."""
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        data = cls._abc_impl
        if data.cache is not None and subclass in data.cache:
            return True
        if data.version < _counter:
            data.negative = None
            data.version = _counter
        elif data.negative is not None and subclass in data.negative:
            return False
        answer = _check(cls, subclass, data)
        if answer:
            if data.cache is None:
                data.cache = WeakSet()
            data.cache.add(subclass)
        else:
            if data.negative is None:
                data.negative = WeakSet()
            data.negative.add(subclass)
        return answer


def _check(cls, subclass, data):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return answer
    if cls in getattr(subclass, '__mro__', ()):
        return True
    if data.registry is not None:
        for registered in data.registry:
            if issubclass(subclass, registered):
                return True
    for scls in cls.__subclasses__():
        if issubclass(subclass, scls):
            return True
    return False


def update_abstractmethods(cls):
    """Recalculate the set of abstract methods of an abstract class."""
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    found = set()
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                found.add(name)
    for name, value in cls.__dict__.items():
        if getattr(value, '__isabstractmethod__', False):
            found.add(name)
    cls.__abstractmethods__ = frozenset(found)
    return cls


class ABC(metaclass=ABCMeta):
    """Helper class that provides a standard way to create an ABC using inheritance."""
    __slots__ = ()
`;
