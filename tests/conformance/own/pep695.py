#: type_params_of_functions
def f[T](x: T) -> T: return x
print(f(1), f.__type_params__, f.__type_params__[0].__name__, type(f.__type_params__[0]).__name__)
def g[T: int, *Ts, **P](a: T, *b: *Ts, **k) -> None: pass
print(g.__type_params__, [type(p).__name__ for p in g.__type_params__])
print(g.__type_params__[0].__bound__, g.__type_params__[0].__constraints__)
def h[T: (int, str)](): pass
print(h.__type_params__[0].__constraints__, h.__type_params__[0].__bound__)
print(f.__annotations__, f.__qualname__, f.__code__.co_varnames)
#: type_params_of_classes
class Box[T]:
    item: T
    def get(self) -> T: return 1
    def put[U](self, u: U) -> (T, U): pass
print(Box.__type_params__, Box.__parameters__, Box.__bases__, Box.__orig_bases__, [c.__name__ for c in Box.__mro__])
print(Box[int], Box[int].__origin__ is Box, Box[int].__args__, Box.get.__annotations__, Box.put.__type_params__)
print(Box[int]().__class__ is Box, Box.put.__annotations__)
class Pair[A, B](Box[A]): pass
print(Pair[int, str], Pair.__parameters__, Pair.__orig_bases__)
try: Pair[int]
except TypeError as e: print(e)
try: Box[int, str]
except TypeError as e: print(e)
#: type_aliases
type A = int
type L[T] = list[T]
type R = list[R] | None
print(A, type(A).__name__, A.__name__, A.__value__, A.__type_params__, L.__type_params__)
print(L[int], L[int].__origin__ is L, L.__value__, repr(R.__value__))
type Bad = undefined_name
try: Bad.__value__
except NameError as e: print(e)
undefined_name = str
print(Bad.__value__)
try: A()
except TypeError as e: print(e)
try: isinstance(1, A)
except TypeError as e: print(e)
print(A | None, A | str)
try: A.__value__ = 5
except AttributeError as e: print(e)
try: A[int]
except TypeError as e: print(e)
#: scopes
T = 'outer'
def f[T](): return T
print(type(f()).__name__, T)
class C[T]:
    t = T
    def m(self): return T
print(C.t is C.__type_params__[0], C().m() is C.t)
def g[T](x=T): return x
print(g())
try: exec('def h[T](x=T2): pass')
except NameError as e: print(e)
class D[X: (A1 := 5) if False else int]: pass
#: scope_errors
for src in ('def f[T, T](): pass', 'class C[T](T := int): pass', 'def f[T: (yield)](): pass', 'type X = (yield)', 'type X[T] = (a := 1)', 'def f[T](): nonlocal T', 'def f[*T: int](): pass', 'def f[**P: int](): pass', 'type 5 = int', 'type X.y = int', 'def f[](): pass', 'class C[]: pass', 'type X[] = int', 'def f[T: await x](): pass', 'def f[T=int, U](): pass', 'lambda[T]: 0', 'async def f[T: (await 1)](): pass', 'def f[1](): pass'):
    try: exec(src); print('ok', src)
    except SyntaxError as e: print(src, '|', e.msg, e.lineno, e.offset)
#: soft_keyword
type = 5
print(type)
type = lambda x: x
print(type(3), type (4))
def type(x): return 'f', x
print(type(1))
class K:
    type: int = 3
    def t(self): return self.type
print(K().t(), K.type)
type X = int
print(X)
#: lazy_bounds
log = []
def note(x): log.append(x); return x
def f[T: note(int)](): pass
print(log)
f.__type_params__[0].__bound__
f.__type_params__[0].__bound__
print(log)
type A = note(str)
print(log); A.__value__; A.__value__; print(log)
def g[T: (note(1), note(2))](): pass
print(g.__type_params__[0].__constraints__, log)
#: defaults_313
def f[T = int](): pass
class C[T = str, **P = [int]]: pass
print(f.__type_params__[0].__default__, [p.__default__ for p in C.__type_params__], [p.has_default() for p in C.__type_params__])
def g[T](): pass
print(g.__type_params__[0].__default__, g.__type_params__[0].has_default())
#: typevar_objects
from typing import TypeVar, ParamSpec, TypeVarTuple, Generic
def f[T, *Ts, **P](): pass
T, Ts, P = f.__type_params__
print(repr(T), repr(Ts), repr(P), T.__covariant__, T.__contravariant__, T.__infer_variance__)
O = TypeVar('O', covariant=True)
print(repr(O), O.__infer_variance__, isinstance(T, TypeVar), T.__module__, O.__module__)
try: T.__name__ = 'x'
except AttributeError as e: print(e)
try: type(T)()
except TypeError as e: print(str(e)[:60])
print(P.args, P.kwargs, P.args.__origin__ is P, list(Ts))
try: TypeVar('Q', int)
except TypeError as e: print(e)
try: TypeVar('Q', bound=int, covariant=True, contravariant=True)
except ValueError as e: print(e)
try:
    class S(TypeVar): pass
except TypeError as e: print(e)
#: class_scope_visibility
class Outer:
    class Inner: pass
    def m[T: Inner](self, x: Inner) -> T: pass
    type Al = Inner
    def n[T](self): return T
print(Outer.m.__type_params__[0].__bound__, Outer.Al.__value__)
def f():
    loc = int
    class C[T: loc]:
        def g[U: T](self): return U
    return C
print(f().__type_params__[0].__bound__, f()().g().__bound__)
#: qualnames_and_frames
import sys
def f[T](): return sys._getframe().f_code.co_name, sys._getframe().f_back.f_code.co_name
print(f(), f.__qualname__)
class C[T]:
    q = sys._getframe().f_back.f_code.co_name
    def m[U](self): return __class__
print(C.q, C.__qualname__, C.m.__qualname__, C().m() is C)
def outer():
    def inner[T](): pass
    class K[T]: pass
    return inner, K
a, b = outer()
print(a.__qualname__, b.__qualname__, f.__closure__, C.m.__closure__ is not None)
#: decorators_and_generics
def deco(x): print('deco', x.__name__, x.__type_params__); return x
@deco
def f[T](x: T): pass
@deco
class C[T]: pass
import typing
print(typing.get_type_hints(f), C.__class_getitem__.__qualname__ if hasattr(C, '__class_getitem__') else '')
class M(type):
    def __new__(m, n, b, ns, **k): print(n, [x.__name__ for x in b], sorted(k for k in ns if 'type_params' in k or 'orig' in k)); return super().__new__(m, n, b, ns)
class D[T](metaclass=M): pass
print(D.__type_params__)
#: traceback_in_bound
def f[T: 1 / 0](): pass
print('defined')
f.__type_params__[0].__bound__
#: cycles_of_generics
import gc, weakref
gc.disable(); gc.collect()
def make():
    def f[T](x: T): return T
    return f
f = make()
r = weakref.ref(f)
t = weakref.ref(f.__type_params__[0])
del f
print(r() is None, t() is None)
class K[T]: pass
k = weakref.ref(K)
del K
print(k() is None); gc.collect(); print(k() is None)
