#: placeholders_of_partials
import functools, sys
from functools import partial, partialmethod
try: from functools import Placeholder as _
except ImportError: raise SystemExit('no Placeholder')
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(_, repr(_), type(_), type(_)() is _, sys.getsizeof(_), _.__reduce__(), type(_).__module__, type(_).__qualname__)
t(lambda: type(_)(1)); t(lambda: type(_)(a=1)); t(lambda: setattr(_, 'x', 1)); t(lambda: type('x', (type(_),), {}))
t(lambda: hash(_) == hash(_)); t(lambda: bool(_)); t(lambda: type(_).__doc__)
def f(*a, **k): return a, k
p = partial(f, _, 2)
print(p.args, p.keywords, p)
t(lambda: p(1)); t(lambda: p(1, 3)); t(lambda: p()); t(lambda: p(1, x=2)); t(lambda: p(_)); t(lambda: p(1, _))
t(lambda: partial(f, 1, _)); t(lambda: partial(f, x=_)); t(lambda: p(x=_))
q = partial(p, 1); print(q.args, q.func is f); t(lambda: q(5))
q = partial(p, _, 7, _, 8); print(q.args); t(lambda: q(1, 2)); t(lambda: q(1)); t(lambda: q(1,2,3,k=4))
t(lambda: partial(p, _)); 
t(lambda: partial(partial(f, _, _, 3), 1)); t(lambda: partial(partial(f, _, _, 3), 1)(2)); t(lambda: partial(partial(f, _, _, 3), 1)())
t(lambda: partial(partial(f, _, _, 3), _, 2).args)
print(p.__reduce__()); 
r = partial(f); t(lambda: r.__setstate__((f, (_, 1), {}, None))); print(r.args); t(lambda: r(9)); t(lambda: r())
t(lambda: r.__setstate__((f, (1, _), {}, None))); t(lambda: r.__setstate__((f, (1,), {'a': _}, None))); print(r)
class C:
    def m(self, *a, **k): return a, k
    pm = partialmethod(m, _, 2)
    im = partial(f, _, 'x')
t(lambda: C().pm(1)); t(lambda: C().pm()); print(C.__dict__['pm']); t(lambda: C.__dict__['pm'].args)
t(lambda: C().im(1)[0][1:]); t(lambda: C().im()[0][1:]); t(lambda: C.im(1, 2))
print(sys.getsizeof(p), sys.getrefcount(_) > 1000000)
t(lambda: functools.reduce(f, [1, 2], initial=0)); t(lambda: functools.reduce(lambda a, b: a+b, [1, 2], initial=5)); t(lambda: functools.reduce(f, sequence=[1]))
#: partials_in_classes
import functools
def told(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f(*a, **k): return a, k
class C:
    im = functools.partial(f, 'x')
    pm = functools.partialmethod(f, 'x')
    pk = functools.partialmethod(f, k=1)
    pp = functools.partialmethod(functools.partial(f, 1), 2)
c = C()
told(lambda: c.im(1)[0][-1])
told(lambda: len(c.im(1)[0]))
told(lambda: C.im(1))
told(lambda: c.pm(1)[0][1:])
told(lambda: c.pp(1)[0][-3] is c)
for name in ('pm', 'pk', 'pp'): told(lambda: C.__dict__[name])
told(lambda: functools.partialmethod(3))
told(lambda: functools.partial())
told(lambda: functools.partialmethod(functools.partialmethod(f, 2), 1, a=2))
told(lambda: hasattr(functools.partial, '__get__'))
#: reduce_by_name
import functools
def told(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f(a, b): return a + b
told(lambda: functools.reduce())
told(lambda: functools.reduce(f))
told(lambda: functools.reduce(f, [1, 2], 3, 4))
told(lambda: functools.reduce(f, 3))
told(lambda: functools.reduce(f, [], None))
if hasattr(functools, 'Placeholder'):
    told(lambda: functools.reduce(f, [1, 2], initial=10))
    told(lambda: functools.reduce(f, [1, 2], initia=0))
    told(lambda: functools.reduce(f, [1, 2], 3, initial=0))
    told(lambda: functools.reduce(function=f, sequence=[]))
#: unions_of_3_14
import typing, types, sys
if sys.version_info < (3, 14): raise SystemExit("two kinds of union")
from typing import Union, Optional
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
T = typing.TypeVar('T')
t(lambda: types.UnionType is Union); t(lambda: Union); t(lambda: repr(Union)); t(lambda: Union.__module__); t(lambda: Union.__qualname__); t(lambda: Union.__name__)
t(lambda: type(Union)); t(lambda: type(Union[int, str])); t(lambda: type(int | str)); t(lambda: sys.getsizeof(int | str)); t(lambda: Union.__basicsize__)
t(lambda: sorted(n for n in dir(int | str) if n not in dir(object)))
t(lambda: Union[()]); t(lambda: Union[int]); t(lambda: Union[int, int]); t(lambda: Union[int, None]); t(lambda: Union[None]); t(lambda: Union['x']); t(lambda: Union[Union[int, str], float]); t(lambda: Union[int, [1]])
t(lambda: Union[int, 5]); t(lambda: Union[int, ()]); t(lambda: Union[int, (1, 2)]); t(lambda: Union); t(lambda: Union()); t(lambda: Union(int, str))
t(lambda: (int | str).__origin__); t(lambda: typing.get_origin(int | str)); t(lambda: typing.get_args(int | str)); t(lambda: (int|str).__name__); t(lambda: (int|str).__qualname__); t(lambda: (int | str).__module__)
t(lambda: Union[int, str] == (str | int)); t(lambda: hash(Union[int, str]) == hash(str | int)); t(lambda: (int | str) == 5); t(lambda: Union[int, typing.List[int]]); t(lambda: Union[int, list[int]] == (list[int] | int))
t(lambda: isinstance('x', int | T)); t(lambda: isinstance(1, int | T)); t(lambda: issubclass(int, int | list[int])); t(lambda: isinstance(1, Union[int, str])); t(lambda: isinstance(1, Optional[int])); t(lambda: isinstance([], list[int] | int)); t(lambda: issubclass(5, int | str))
t(lambda: Optional[int]); t(lambda: Optional[int, str]); t(lambda: Optional); t(lambda: Optional['x']); t(lambda: Optional[None]); t(lambda: Union[T, list[T]][int]); t(lambda: Union[T, int][str, int]); t(lambda: (T | list[T])[str]); t(lambda: (int | str)[str])
t(lambda: isinstance(int | str, Union)); t(lambda: isinstance(Union[int, str], types.UnionType)); t(lambda: typing.Union[typing.Any, int]); t(lambda: Union[typing.ClassVar[int], int]); t(lambda: Union[typing.Generic, int]); t(lambda: Union[typing.NoReturn, int]); t(lambda: Union[typing.Literal[1], typing.Literal[1], None])
class S(typing.List[int]): pass
t(lambda: type('X', (Union[int, str],), {})); t(lambda: type('X', (Union,), {})); t(lambda: __import__('copy').copy(int | str)); t(lambda: __import__('copy').deepcopy(int | T))
def f(a: int | None, b: Union[int, str] = 1, c: Optional['S'] = None): pass
t(lambda: f.__annotations__); t(lambda: typing.get_type_hints(f))
t(lambda: Union[int, str].__parameters__); t(lambda: Union[T, int].__parameters__); t(lambda: setattr(int|str, 'x', 1)); t(lambda: (int|str).nope); t(lambda: Union[1]); t(lambda: Union[typing.Generic[T]]); t(lambda: 'x' | T); t(lambda: int | 'x'); t(lambda: (int | str) | 'x'); t(lambda: 'x' | (int | str)); t(lambda: (int|str) | 5); t(lambda: None | (int | str)); t(lambda: list[int] | 'x'); t(lambda: typing.List[int] | 'x')
import functools
@functools.singledispatch
def g(x): return 'obj'
@g.register
def _(x: int | str): return 'union'
@g.register
def _(x: Union[float, bytes]): return 'Union'
t(lambda: (g(1), g('x'), g(1.0), g(b''), g([])))
#: evaluators_of_parameters
import typing, sys
if sys.version_info < (3, 14): raise SystemExit("no evaluators")
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
ns = {}
exec('''
def f[T: int, U: (int, str), V, W = bool, *Ts = (int, str), **P = [int]](): pass
type A[X] = list[X]
class G[T: "fwd"]: pass
''', ns) if True else exec('''
def f[T: int, U: (int, str), V](): pass
type A[X] = list[X]
class G[T: "fwd"]: pass
''', ns)
for p in ns['f'].__type_params__:
    for name in ('evaluate_bound', 'evaluate_constraints', 'evaluate_default'):
        t(lambda: (str(p), name, getattr(p, name) is None))
        e = getattr(p, name, None)
        if e is not None:
            for i in (1, 2, 3, 4): t(lambda: (i, e(i)))
            t(lambda: type(e)); t(lambda: e()); t(lambda: e(1, 2))
a = ns['A']
t(lambda: a.evaluate_value); t(lambda: a.evaluate_value(1)); t(lambda: a.evaluate_value(4)); 
t(lambda: ns['G'].__type_params__[0].evaluate_bound(1))
T = typing.TypeVar('T'); t(lambda: T.evaluate_bound); t(lambda: T.evaluate_constraints); 
T = typing.TypeVar('T', bound=int); t(lambda: T.evaluate_bound); t(lambda: T.evaluate_bound(1)); t(lambda: T.evaluate_bound(4))
T = typing.TypeVar('T', int, str); t(lambda: T.evaluate_constraints); t(lambda: T.evaluate_constraints(1)); t(lambda: T.evaluate_constraints(4))
if True:
    T = typing.TypeVar('T', default=int); t(lambda: T.evaluate_default); t(lambda: T.evaluate_default(1)); t(lambda: T.evaluate_default(4)); t(lambda: T.evaluate_default(2)); t(lambda: T.evaluate_default('x')); t(lambda: T.evaluate_default()); t(lambda: T.evaluate_default(a=1))
    t(lambda: type(T.evaluate_default)); t(lambda: sys.getsizeof(T.evaluate_default))
    t(lambda: typing.TypeVar('T', bound='x').evaluate_bound(4)); t(lambda: typing.TypeVar('T', bound='x').__bound__)
    t(lambda: typing.TypeVar('T', bound=list[int]).evaluate_bound(4))
    P = typing.ParamSpec('P'); t(lambda: P.evaluate_default)
    P = typing.ParamSpec('P', default=[int]); t(lambda: P.evaluate_default); t(lambda: P.evaluate_default(4))
    P = typing.TypeVarTuple('P', default=typing.Unpack[tuple[int]]); t(lambda: P.evaluate_default); t(lambda: P.evaluate_default(4))
T = typing.TypeVar('T')
t(lambda: T | int); t(lambda: type(T | int)); t(lambda: int | T); t(lambda: T | None); t(lambda: None | T); t(lambda: T | T); t(lambda: type(T | 'x')); t(lambda: T | 'x'); t(lambda: 'x' | T)
t(lambda: a | int); t(lambda: a | None); t(lambda: type(a | int)); t(lambda: a[int] | T); t(lambda: T | list[T] | None); t(lambda: (T | int).__args__); t(lambda: (T | int).__parameters__); t(lambda: (T | int)[str])
t(lambda: typing.Union[T, int]); t(lambda: typing.Optional[T]); t(lambda: typing.Union[T, int] == (T | int)); t(lambda: hash(T|int) == hash(int|T)); t(lambda: isinstance(1, int | T)); t(lambda: T | 5); t(lambda: 5 | T); t(lambda: ns['A'] | 5)
t(lambda: typing.Union[int, 'x']); t(lambda: typing.ParamSpec('P') | int); t(lambda: typing.ParamSpec('P').args | int); t(lambda: typing.Any | int); t(lambda: int | typing.Any); t(lambda: typing.List[int] | None); t(lambda: typing.NewType('N', int) | None); t(lambda: typing.Literal[1] | None)
t(lambda: typing.Generic[T] | int); t(lambda: typing.ForwardRef('x') | int); t(lambda: int | typing.ForwardRef('x')); t(lambda: typing.TypeVarTuple('Q') | int)
#: blocks_of_unions
import sys, gc
if sys.version_info < (3, 10): raise SystemExit("no unions")
def t(name, f):
    f(); f()
    gc.disable()
    a = sys.getallocatedblocks(); keep = f(); b = sys.getallocatedblocks()
    print(name, b - a, sys.getsizeof(keep), gc.is_tracked(keep), [type(r).__name__ for r in gc.get_referents(keep)])
    return keep
t('or', lambda: int | str)
t('or3', lambda: int | str | None)
t('alias', lambda: int | list[int])
u = int | str
print(len(gc.get_referents(u)), [type(x) for x in gc.get_referents(u)])
try:
    class X(int | str): pass
except Exception as e: print(e)
#: variates_by_release
import random
random.seed(7)
print([round(random.vonmisesvariate(1, k), 9) for k in (0, .5, 4, 4, 4)])
try: b = random.binomialvariate
except AttributeError as e: print(e)
else:
    print([b(n, p) for n in (1, 3, 20, 100, 1000) for p in (0, .1, .3, .5, .9, 1)])
    print([b(500, .4) for _ in range(12)])
    for bad in ((-1, .5), (2, 1.5)):
        try: b(*bad)
        except ValueError as e: print(e)
print([n for n in random.__all__ if not hasattr(random, n)], 'binomialvariate' in random.__all__)
#: stars_of_modules
import sys
for m in "abc bisect collections contextlib copy dataclasses enum functools heapq inspect itertools json math operator random re reprlib statistics string struct textwrap time traceback types typing warnings weakref".split():
    d = {}
    exec("from " + m + " import *", d)
    d.pop("__builtins__")
    print(m, len(d) > 0)
