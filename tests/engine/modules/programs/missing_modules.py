import sys
for name in ('nosuchmodule', 'collections.nosuch', 'sys.nosuch', 'nosuch.below', 'math.x'):
    try:
        __import__(name)
    except ModuleNotFoundError as e:
        print(repr(e), e.name, e.path, e.args)
try:
    from collections import nosuch
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0], e.name)
import collections.abc as cabc
import collections.abc
from collections import abc
print(cabc is abc is collections.abc, 'collections.abc' in sys.modules, cabc.__name__)
import builtins, types, abc as abc_module
print(builtins.len is len, types.ModuleType is type(sys), abc_module.ABC.__name__)


class Shape(abc_module.ABC):
    @abc_module.abstractmethod
    def area(self): ...

    @property
    @abc_module.abstractmethod
    def name(self): ...


try:
    Shape()
except TypeError as e:
    print(e)


class Square(Shape):
    name = 'square'
    def area(self): return 4


@Shape.register
class Other:
    pass


print(Square().area(), isinstance(Other(), Shape), issubclass(Square, Shape), isinstance(3, Shape), sorted(Shape.__abstractmethods__))


class M(cabc.Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


m = M({'a': 1})
print(m.get('a'), m.get('z', 0), 'a' in m, list(m.items()), m == {'a': 1}, dict(m))
for t in (list, dict, str, set, int, type(iter([])), type(x for x in [])):
    print(t.__name__, [n for n in ('Iterable', 'Iterator', 'Sequence', 'Mapping', 'Set', 'Hashable', 'Sized', 'Generator', 'Callable') if issubclass(t, getattr(cabc, n))])
