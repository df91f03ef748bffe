#: rc_functions_and_code
import sys
r = sys.getrefcount
def f(): pass
print(r(f))
g = f
print(r(f))
class C:
    def m(self): pass
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
    @property
    def p(self): return 1
print(r(C.m), r(C.s), r(C.__dict__['m']), r(C.__dict__['s']), r(C.__dict__['c']), r(C.__dict__['p']))
c = C()
m = c.m
print(r(c), r(C.m), r(m))
del m
print(r(c))
l = lambda: c
print(r(c), r(l), r(l.__code__), r(l.__globals__) > 2)
print(r(f.__code__))
d = f.__dict__
print(r(d))
f.x = c
print(r(c), r(d))
def h(a=c, *, b=c): return r(a)
print(r(c), h())
h.__defaults__ = None
print(r(c))
h.__kwdefaults__ = None
print(r(c))
#: rc_class_objects
import sys, gc
r = sys.getrefcount
class A: pass
print(r(A))
a = A()
print(r(A))
l = [A() for _ in range(10)]
print(r(A))
del l
print(r(A))
class B(A): pass
gc.collect()
print(r(A), r(B))
class D(B, A): 
    x = 1
    def f(self): return __class__
    def g(self): pass
gc.collect()
print(r(A), r(B), r(D))
del D
gc.collect()
print(r(A), r(B))
T = type('T', (), {})
print(r(T))
T2 = type('T2', (T,), {'a': 1})
print(r(T), r(T2))
class S:
    __slots__ = ('a', 'b')
print(r(S))
s = S()
print(r(S))
print(r(type), r(object)) if 0 else None
class M(type): pass
class X(metaclass=M): pass
print(r(M), r(X))
import abc
class Abs(abc.ABC): pass
#: rc_modules_and_globals
import sys, types
r = sys.getrefcount
m = types.ModuleType('m')
print(r(m), r(m.__dict__))
m.x = []
print(r(m.x))
d = m.__dict__
print(r(d))
exec('def f(): pass', d)
print(r(d), r(m.f))
del m.f
print(r(d))
x = object()
globals()['alias'] = x
print(r(x))
del alias
print(r(x))
vars()['q'] = x
print(r(x), q is x)
#: rc_loops
import sys
r = sys.getrefcount
x = object()
l = [x] * 5
print(r(x))
for y in l: pass
print(r(x))
del y
for i, y in enumerate(l): 
    if i == 2: print(r(y))
print(r(x))
for a, b in zip(l, l): 
    print(r(a)); break
for k in {x: 1}: print(r(k)); break
it = iter(l)
print(r(l))
next(it)
print(r(l), r(x))
for q in it: pass
print(r(l))
print([r(e) for e in l][0], {r(e) for e in l}, list(map(r, l))[0], sorted(l, key=id)[0] is x)
print(r(x))
m = map(lambda e: r(e), l)
print(next(m))
f = filter(None, l)
print(r(next(f)), r(l))
z = zip(l)
t = next(z)
print(r(t), r(x))
t2 = next(z)
print(r(t), r(t2), t is t2)
e = enumerate(l)
print(r(next(e)))
rv = reversed(l)
print(r(l), r(next(rv)))
#: rc_with_and_try
import sys
r = sys.getrefcount
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): print(r(self), [type(x).__name__ for x in a]); return True
c = CM()
print(r(c))
with c as d: print(r(c))
print(r(c))
with CM() as e: print(r(e))
print(r(e))
with c: raise ValueError(c)
print(r(c))
try: raise ValueError(c)
except ValueError as ex: print(r(c), r(ex), r(ex.args))
print(r(c))
x = ValueError('a')
print(r(x))
try: raise x
except ValueError: print(r(x), r(sys.exc_info()[1]))
print(r(x), r(x.__traceback__))
try: raise x
except ValueError as y: print(r(x), r(y))
print(r(x))
try:
    try: raise x
    finally: print(r(x))
except Exception: pass
print(r(x))
x.__traceback__ = None
print(r(x))
def f():
    try: return c
    finally: print(r(c))
f()
try:
    try: raise KeyError('k')
    except KeyError as k: raise x from k
except ValueError: print(r(x), r(x.__cause__), r(x.__context__))
print(r(x.__cause__), x.__cause__ is x.__context__)
#: rc_containers_of_self
import sys
r = sys.getrefcount
l = []
l.append(l); l.append(l)
print(r(l))
l.pop()
print(r(l))
d = {}
d['d'] = d; d[1] = [d]
print(r(d))
t = ([],)
t[0].append(t)
print(r(t), r(t[0]))
class C: pass
c = C()
c.c = c
print(r(c), r(c.__dict__))
c.d = c.__dict__
print(r(c.__dict__))
c.f = lambda: c
c.m = c.__init__
print(r(c))
s = set()
class H:
    def __init__(self): self.s = {self}
h = H()
print(r(h), r(h.s))
#: rc_unpacking
import sys
r = sys.getrefcount
x = object(); b = r(x)
a, c = x, x
print(r(x) - b)
a, c = c, a
print(r(x) - b)
a = c = None
a, *c = [x, x, x]
print(r(x) - b, r(c))
(a, (c, d)) = (x, (x, x))
print(r(x) - b)
[a, c] = [1, 2]
print(r(x) - b)
del d
t = (*[x, x], x)
print(r(x) - b)
l = [*t, *t]
print(r(x) - b)
s = {*l}
print(r(x) - b)
dd = {**{'a': x}, **{'b': x}}
print(r(x) - b)
def f(a, b=x, *args, c=x, **kw): return r(x) - b_
b_ = b
print(f(x), f(x, x), f(x, x, x), f(x, c=x, d=x), f(*t), f(*t, **dd) if 0 else f(1))
x, y = [x, x]
print(r(x) - b)
for i, (j, k) in [(x, (x, x))]: print(r(x) - b)
#: rc_attribute_kinds
import sys
r = sys.getrefcount
x = object(); b = r(x)
class C:
    a = x
    def __init__(self): self.i = x
    def get(self): return x
print(r(x) - b)
c = C()
print(r(x) - b, r(c.a) - b, r(c.i) - b, r(C.a) - b, r(c.get()) - b)
c.a = x
print(r(x) - b)
del c.a, C.a
print(r(x) - b)
class S:
    __slots__ = 'v'
s = S(); s.v = x
print(r(x) - b, r(s.v) - b, r(S.v))
del s.v
print(r(x) - b)
class P:
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v
p = P(); p.p = x
print(r(x) - b, r(p.p) - b)
class G:
    def __getattr__(self, n): return x
    def __setattr__(self, n, v): self.__dict__['_' + n] = v
g = G(); g.q = x
print(r(x) - b, r(g.zz) - b, r(g._q) - b)
class W:
    def __get__(self, o, t): return x
    def __set__(self, o, v): o.__dict__['w'] = v
class Y: w = W()
y = Y(); y.w = x
print(r(x) - b, r(y.w) - b)
setattr(c, 'dyn', x); print(r(x) - b, r(getattr(c, 'dyn')) - b, r(getattr(c, 'no', x)) - b)
delattr(c, 'dyn'); print(r(x) - b)
print(r(c.__dict__), r(c.__class__) == r(C), r(vars(c)))
#: rc_partial_bound_and_wrappers
import sys, functools, operator, itertools
r = sys.getrefcount
x = object(); b = r(x)
p = functools.partial(print, x, k=x)
print(r(x) - b, r(p), r(p.args), r(p.keywords), r(p.func) > 0)
del p
@functools.lru_cache(None)
def f(a): return [a]
f(x)
print(r(x) - b)
v = f(x)
print(r(v), r(x) - b)
f.cache_clear()
print(r(x) - b, r(v))
del v
print(r(x) - b)
@functools.wraps(f)
def w(): pass
print(r(f))
ig = operator.itemgetter(0)
print(r(ig([x])) - b)
c = itertools.cycle([x])
next(c); next(c)
print(r(x) - b)
t1, t2 = itertools.tee([x, x])
next(t1)
print(r(x) - b)
next(t2)
print(r(x) - b)
del t1, t2, c
print(r(x) - b)
ch = itertools.chain([x], [x])
print(r(next(ch)) - b, r(x) - b)
rep = itertools.repeat(x, 3)
print(r(x) - b); list(rep); print(r(x) - b)
g = itertools.groupby([x, x])
k, gr = next(g)
print(r(x) - b)
del g, k, gr, rep, ch
print(r(x) - b)
pr = itertools.product([x], repeat=2)
tt = next(pr)
print(r(x) - b)
i = itertools.islice([x, x], 2)
next(i); print(r(x) - b)
ac = itertools.accumulate([x], lambda a, b: a)
next(ac); print(r(x) - b)
#: rc_strings_bytes
import sys
r = sys.getrefcount
s = 'ab' * len('abc')
print(r(s))
t = s[:]
print(r(s), t is s)
u = str(s); v = ''.join([s]); w = s + ''; x = '' + s; y = s * 1; z = '%s' % s; f = f'{s}'; g = format(s); h = '{}'.format(s); i = s.strip(); j = s.replace('zz', ''); k = s.lower(); l = s.expandtabs(); m = s.ljust(1); n = s.translate({})
print([q is s for q in (u, v, w, x, y, z, f, g, h, i, j, k, l, m, n)])
print(r(s))
b = b'ab' * len('abc')
print([q is b for q in (b[:], bytes(b), b''.join([b]), b + b'', b'' + b, b * 1, b.strip(), b.replace(b'z', b''), b.lower(), b.ljust(1), b.__getitem__(slice(None)), b.rstrip(), b.zfill(1), b.translate(None), b.expandtabs())])
print(r(b))
p = s.partition('zz')
print(p[0] is s, r(s))
q = s.split('zz')
print(q[0] is s, r(s))
q = s.splitlines()
print(q[0] is s, r(s))
q = s.rpartition('zz')
print(q[2] is s, s.removeprefix('q') is s if hasattr(s, 'removeprefix') else True, s.zfill(2) is s, s.center(2) is s, s.rsplit()[0] is s, s.title() is s, s.encode() is s)
#: rc_dict_ops
import sys
r = sys.getrefcount
x = object(); b = r(x)
d = {'a': x}
print(r(x) - b)
print(d.get('a') is x, d['a'] is x, r(d['a']) - b, r(d.get('a')) - b, r(d.setdefault('a')) - b, r(d.pop('a')) - b, r(x) - b)
d = dict(a=x, b=x); print(r(x) - b)
d = dict([('a', x)]); print(r(x) - b)
e = {**d, 'z': x}; print(r(x) - b)
e |= d if sys.version_info >= (3, 9) else {}; print(r(x) - b)
d.update(e); print(r(x) - b)
e.clear(); print(r(x) - b)
for k, v in d.items(): pass
print(r(x) - b, r(v) - b)
del v
its = list(d.items()); print(r(x) - b)
del its
it = iter(d.values()); print(r(next(it)) - b, r(x) - b)
it2 = iter(d.items()); p = next(it2); print(r(p), r(x) - b)
del p; p2 = next(it2); print(r(p2), r(x) - b)
d2 = {x: x for _ in range(3)}; print(r(x) - b)
d2[x] = None; print(r(x) - b)
del d2[x]; print(r(x) - b)
k = dict.fromkeys([x], x); print(r(x) - b)
k.popitem(); print(r(x) - b)
d.clear(); print(r(x) - b)
print(x in {x: 1}, r(x) - b)
m = {1: {2: x}}; print(r(m[1][2]) - b)
from types import MappingProxyType
mp = MappingProxyType(m); print(r(m))
#: fl_capacity_lists
import sys, gc
gc.disable()
def freed(make, n):
    l = [make() for _ in range(n)]
    a = sys.getallocatedblocks()
    for i in range(n): l[i] = None
    return a - sys.getallocatedblocks()
k = 5
for name, mk in (('list', list), ('dict', dict), ('float', lambda: k * 1.5), ('tuple3', lambda: (k, k, k)), ('set', set), ('obj', object), ('slice', lambda: slice(k)), ('int', lambda: k + 10 ** 6)):
    freed(mk, 150)
    print(name, freed(mk, 150), freed(mk, 300))
#: fl_id_in_expression
print(id([]) == id([]), id({}) == id({}), id(object()) == id(object()), id([]) == id({}), id(set()) == id(set()))
class C: pass
print(id(C()) == id(C()), C() is C(), id(C().__init__) == id(C().__init__))
print(id((1, 2, [])) == id((1, 2, [])), id(lambda: 0) == id(lambda: 1), id('a' * len('aaaa')) == id('b' * len('bbbb')))
print(id(1.5 * len('aa')) == id(2.5 * len('aa')), id(10 ** 30 + len('')) == id(10 ** 31 + len('')))
a = []; i = id(a); del a
b = []; print(id(b) == i)
b = None; c = [1, 2, 3]; print(id(c) == i)
def f():
    x = []
    return id(x)
print(f() == f(), f() == f() == f())
def g():
    x = {}
    y = {}
    return id(x), id(y)
print(g() == g(), g()[0] == g()[1])
l = [id([]) for _ in range(5)]
print(len(set(l)))
l = [id(object()) for _ in range(5)]
print(len(set(l)))
print(len({id(C()) for _ in range(10)}), len({id(x) for x in [C() for _ in range(10)]}))
#: fl_frames_and_functions
import sys
def f(): return id(sys._getframe())
print(f() == f())
def outer():
    def inner(): pass
    return id(inner)
print(outer() == outer())
fs = [lambda: i for i in range(3)]
print(len({id(x) for x in fs}), len({id(x.__code__) for x in fs}))
def gen():
    yield 1
g = gen(); i = id(g); del g
g = gen(); print(id(g) == i)
g2 = gen(); print(id(g2) == i)
del g, g2
print(id(gen()) == id(gen()))
class C:
    def m(self): pass
c = C()
print(c.m is c.m, id(c.m) == id(c.m), c.m == c.m, C.m is C.m)
m1, m2 = c.m, c.m
print(m1 is m2, m1.__func__ is m2.__func__, m1.__self__ is m2.__self__)
print([].append is [].append, 'a'.upper == 'a'.upper)
l = []
print(l.append == l.append, l.append is l.append)
#: al_integers
def show(*a): print(*a)
a = 256; b = 256; print(a is b)
a = 257; b = 257; print(a is b)
a = -5; b = -5; print(a is b)
a = -6; b = -6; print(a is b)
def f(): return 257
def g(): return 257
print(f() is g(), f() is f())
x = int('257'); y = int('257'); print(x is y, x == y)
x = int('256'); y = int('256'); print(x is y)
print([i for i in range(-10, 300) if int(str(i)) is int(str(i))][::260])
i = 250
out = []
for k in range(10):
    j = i + k
    out.append(j is int(str(j)))
print(out)
print(1000 is 1000, 10 ** 2 is 100, 2 ** 8 is 256, 2 ** 8 + 1 is 257, 500 + 500 is 1000)
n = 100
print(n + 156 is 256, n + 157 is 257, n * 2 is 200, n * 3 is 300, -n + 95 is -5, -n + 94 is -6, n // 1 is n, n % 7 is 2, n << 1 is 200, n >> 1 is 50, ~n is -101, n ^ 1 is 101, n & 64 is 64, n | 128 is 228)
big = 10 ** 20
print(big - big is 0, big // big is 1, big % 7 is int(big % 7), big * 0 is 0, big >> 60 is big >> 60, -big + big is 0, abs(-3) is 3, int(3.0) is 3, round(3.4) is 3, len('abc') is 3, ord('a') is 97, 'aab'.count('a') is 2, True + True is 2, sum([1, 2]) is 3, max(5, 3) is 5, hash(77) is 77, divmod(7, 2)[0] is 3, pow(2, 3) is 8, int.from_bytes(b'\x07', 'big') is 7, int('11', 2) is 3, bool(1) is True, [1, 2, 3].index(2) is 1, (5).__index__() is 5, (5).bit_length() is 3)
t = (1000, 1000); print(t[0] is t[1])
l = [1000, 1000]; print(l[0] is l[1])
d = {'a': 1000, 'b': 1000}; print(d['a'] is d['b'])
a, b = 1000, 1000; print(a is b)
a = 1000; b = a; b += 0; print(a is b); b = a + 0; print(a is b); b = a * 1; print(a is b); b = +a; print(a is b); b = a - 0; print(a is b); b = int(a); print(a is b); b = a // 1; print(a is b); b = a | 0; print(a is b); b = a ^ 0; print(a is b); b = a << 0; print(a is b); b = a >> 0; print(a is b); b = abs(a); print(a is b); b = round(a); print(a is b); b = a.__int__(); print(a is b); b = a.real; print(a is b); b = a.conjugate(); print(a is b); b = a ** 1; print(a is b); b = a.numerator; print(a is b); b = a % 10000; print(a is b); b = --a; print(a is b); b = a & -1; print(a is b)
x = 1.5; y = 1.5; print(x is y); z = x + 0; print(x is z, +x is x, float(x) is x, x * 1 is x, round(x, 1) is x, x.real is x, x.conjugate() is x, abs(x) is x)
#: al_booleans_none
print(None is None, True is True, (1 == 1) is True, (not 0) is True, bool([]) is False, type(None)() is None, NotImplemented is NotImplemented, ... is Ellipsis)
x = None; y = None; print(x is y, id(x) == id(None))
def f(): pass
print(f() is None, print is print, [].sort() is None, {}.get(1) is None)
print(True + 1, True * 5, True is 1 if False else True == 1, isinstance(True, int), hash(True) == hash(1), {True: 'a', 1: 'b', 1.0: 'c'}, [True, 1].index(1), True & 1 is True, True & True is True, True | False is True, True ^ True is False, 1 & True, ~True if False else -2, -True, +True, abs(True), True.real is True, True.real is 1, int(True) is 1, True.__int__() is 1, True.numerator is 1, str(True), repr(False), True.bit_length(), (1 > 0) + (2 > 1))
#: al_default_arguments
def f(a, l=[]):
    l.append(a)
    return l
print(f(1), f(2), f(3, []), f(4), f.__defaults__, f(1) is f(2))
def g(a, d={}, *, k=[]):
    d[a] = len(d); k.append(a)
    return d, k
g(1); g(2); print(g.__defaults__, g.__kwdefaults__)
def h(x=len('abc')): return x
print(h.__defaults__)
x = 1
def k(v=x): return v
x = 2
print(k(), k.__defaults__)
fs = [lambda i=i: i for i in range(3)]
print([q() for q in fs], [q.__defaults__ for q in fs])
fs = [lambda: i for i in range(3)]
print([q() for q in fs])
class C:
    items = []
    def add(self, x): self.items.append(x)
a, b = C(), C(); a.add(1); b.add(2); print(a.items, a.items is b.items, C.items)
a.items = [9]; print(b.items, vars(a), vars(b))
a.items += [1]; b.items += [7]; print(a.items, b.items, C.items, vars(b))
l = [[]] * 3; l[0].append(1); print(l, l[0] is l[1]); l = [[] for _ in range(3)]; l[0].append(1); print(l)
d = dict.fromkeys('ab', []); d['a'].append(1); print(d)
m = [[0] * 3] * 2; m[0][0] = 1; print(m)
a = [1, 2]; b = a; a += [3]; print(b); a = a + [4]; print(b, a)
t = (1, [2]); 
try: t[1] += [3]
except TypeError as e: print(e, t)
#: al_copying
import copy
a = [1, [2, 3], {'k': [4]}, (5, [6])]
b = copy.copy(a); c = copy.deepcopy(a); d = a[:]; e = list(a); f = a.copy(); g = a * 1; h = [*a]; i = [x for x in a]
print([x is a for x in (b, c, d, e, f, g, h, i)], [x[1] is a[1] for x in (b, c, d, e, f, g, h, i)], [x[3] is a[3] for x in (b, c)], c[3][1] is a[3][1])
s = {1, 2}; t = s.copy(); u = copy.copy(s); v = set(s); print(t == s, t is s, u is s, v is s)
x = {'a': [1]}; y = dict(x); z = x.copy(); w = {**x}; q = copy.deepcopy(x); x['a'].append(2); print(y, z, w, q)
class P:
    def __init__(self): self.l = [1]; self.me = self
p = P(); r = copy.copy(p); s = copy.deepcopy(p); print(r.l is p.l, r.me is p, s.l is p.l, s.me is s)
class Q:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): memo[1] = 2; return 'deep', sorted(k for k in memo if k == 1)
print(copy.copy(Q()), copy.deepcopy(Q()), copy.deepcopy([Q(), Q()]))
l = []; l.append(l); m = copy.deepcopy(l); print(m[0] is m, m is l)
shared = [1]; n = [shared, shared]; o = copy.deepcopy(n); print(o[0] is o[1], o[0] is shared)
f = lambda: 0; print(copy.deepcopy(f) is f, copy.copy(P) is P, copy.deepcopy(len) is len, copy.copy(None) is None, copy.deepcopy(1.5) == 1.5, copy.deepcopy(range(3)) == range(3), copy.copy(b'x') is b'x', copy.deepcopy(...) is ..., copy.copy(type) is type)
import collections
dq = collections.deque([[1]]); e = copy.copy(dq); f = copy.deepcopy(dq); print(e, e[0] is dq[0], f[0] is dq[0], e is dq)
dd = collections.defaultdict(list, a=[1]); g = copy.copy(dd); h = copy.deepcopy(dd); print(g, g['a'] is dd['a'], h['a'] is dd['a'], h['zz'])
#: gc_cycle_kinds
import gc
gc.disable(); gc.collect()
class C: pass
def lst(): l = []; l.append(l)
def dct(): d = {}; d['d'] = d
def inst(): c = C(); c.c = c
def instd(): c = C(); c.d = c.__dict__
def tup(): t = ([],); t[0].append(t)
def two(): a, b = C(), C(); a.b = b; b.a = a
def func():
    def f(): return f
def gen():
    def g(): yield i
    i = g(); next(i) if 0 else None
def genrun():
    def g():
        me = yield
        yield
    i = g(); next(i); i.send(i)
def meth(): c = C(); c.m = c.__init__
def bound():
    class D:
        def m(self): pass
    d = D(); d.m = d.m
def cls():
    class E: pass
def exc():
    try: raise ValueError
    except ValueError as e: x = e
def exc2():
    e = ValueError(); e.args = (e,)
def st():
    class H:
        pass
    h = H(); h.s = {h}
def part():
    import functools
    c = C(); c.p = functools.partial(print, c)
def it(): l = []; l.append(iter(l))
def dq():
    from collections import deque
    d = deque(); d.append(d)
def dd():
    from collections import defaultdict
    d = defaultdict(list); d[1] = d
def lam(): c = C(); c.f = lambda: c
def prop():
    class P:
        @property
        def p(self): return P
def frame():
    import sys
    f = sys._getframe()
def mod():
    import types
    m = types.ModuleType('m'); m.m = m
def slot():
    class S: __slots__ = ('a',)
    s = S(); s.a = s
def wr():
    import weakref
    c = C(); c.w = weakref.ref(c)
def wrcb():
    import weakref
    c = C(); c.w = weakref.ref(c, lambda r: c)
def mp():
    l = []; l.append(map(None, l) if 0 else map(str, l)); l[0].__reduce__ if 0 else None
def en(): l = []; l.append(enumerate(l))
def sl(): l = []; l.append(slice(l))
def cell():
    def f():
        x = lambda: x
    f()
for fn in (lst, dct, inst, instd, tup, two, func, gen, genrun, meth, bound, cls, exc, exc2, st, part, it, dq, dd, lam, prop, frame, mod, slot, wr, wrcb, en, sl, cell):
    fn(); gc.collect(); fn(); print(fn.__name__, gc.collect(), end='; ')
print()
#: gc_callbacks_info
import gc
gc.disable(); gc.collect()
log = []
def cb(phase, info): log.append((phase, sorted(info) if 0 else (info['generation'], info['collected'], info['uncollectable'])))
gc.callbacks.append(cb)
l = []; l.append(l); del l
gc.collect(); gc.collect(0); gc.collect(1); gc.collect(2)
print(log)
gc.callbacks.remove(cb)
log.clear(); gc.collect(); print(log, gc.callbacks)
def bad(p, i): raise ValueError('in callback')
import sys, io
gc.callbacks.append(bad)
old, sys.stderr = sys.stderr, io.StringIO()
gc.collect()
s, sys.stderr = sys.stderr, old
gc.callbacks.clear()
print('ValueError: in callback' in s.getvalue(), s.getvalue().count('Traceback'))
#: gc_finalizer_order
import gc
gc.disable()
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, end=' ')
def ring(n):
    l = [N(i) for i in range(n)]
    for i in range(n): l[i].next = l[(i + 1) % n]
ring(5); print(gc.collect())
def tree():
    a = N('a'); b = N('b'); c = N('c'); a.kids = [b, c]; b.up = a; c.up = a
tree(); print(gc.collect())
def mixed():
    a = N('x'); l = [a]; a.l = l; d = {'a': a}; l.append(d); t = (l, d); a.t = t
mixed(); print(gc.collect())
def outside():
    a = N('in'); a.me = a; a.out = N('out')
outside(); print(gc.collect())
def chain():
    a = N(0); a.me = a
    p = a
    for i in range(1, 4): q = N(i); p.child = q; p = q
chain(); print(gc.collect())
#: gc_resurrection
import gc
gc.disable()
saved = []
class R:
    def __del__(self):
        saved.append(self); print('res', self.n)
def make(n): r = R(); r.n = n; r.me = r
make(1); print(gc.collect(), len(saved), gc.is_finalized(saved[0]) if hasattr(gc, 'is_finalized') else True)
saved.clear(); print(gc.collect(), len(saved))
r = R(); r.n = 2; del r; print(len(saved)); x = saved.pop(); del x; print(len(saved))
class P:
    def __init__(self): self.me = self; self.other = [1]
    def __del__(self): global keep; keep = self.other
P(); print(gc.collect(), keep)
class A:
    def __del__(self): saved.append(self.b)
class B:
    def __del__(self): print('B del')
a = A(); b = B(); a.b = b; b.a = a; del a, b
print(gc.collect(), saved); saved.clear(); print(gc.collect())
#: gc_debug_flags
import gc, sys, io
gc.disable(); gc.collect()
def run(flags):
    gc.set_debug(flags)
    l = []; l.append(l); d = {1: l}; del l, d
    old, sys.stderr = sys.stderr, io.StringIO()
    n = gc.collect()
    sys.stderr = old
    gc.set_debug(0)
    g = len(gc.garbage); gc.garbage.clear()
    return n, g
print(run(0), run(gc.DEBUG_SAVEALL), run(gc.DEBUG_SAVEALL | gc.DEBUG_UNCOLLECTABLE), gc.get_debug(), gc.collect())
#: wr_basic
import weakref, gc
class C:
    def __repr__(self): return 'C!'
    def m(self): return 1
c = C()
r = weakref.ref(c); r2 = weakref.ref(c); r3 = weakref.ref(c, print)
print(r is r2, r is r3, r() is c, r == r2, r == r3, hash(r) == hash(c), weakref.getweakrefcount(c), len(weakref.getweakrefs(c)))
print(repr(r).split(' at ')[0], r.__callback__, r3.__callback__ is print)
d = C(); print(r == weakref.ref(d), r != weakref.ref(d))
del c
print(r(), r2(), r3(), r == r2, r == weakref.ref(d), hash(r) is not None)
q = weakref.ref(d); del d
try: hash(q)
except TypeError as e: print(e)
print(repr(q).split(' at ')[1].split(';')[1])
for o in (1, 'a', [], {}, (), None, 1.5, b'', object(), range(3), slice(1)):
    try: weakref.ref(o)
    except TypeError as e: print(e, end='; ')
print()
for o in (C, print, len, C().m, lambda: 0, set(), frozenset([1]), (i for i in ()), weakref, type, int, C.m, memoryview(b''), re if 0 else iter(set())):
    try: weakref.ref(o); print(type(o).__name__, 'ok', end='; ')
    except TypeError as e: print(e, end='; ')
print()
c = C(); m = weakref.ref(c.m); print(m()); wm = weakref.WeakMethod(c.m); print(wm()(), wm() == c.m); del c; print(wm())
class S: __slots__ = ('a',)
try: weakref.ref(S())
except TypeError as e: print(e)
class W: __slots__ = ('__weakref__',)
w = W(); print(weakref.ref(w)() is w, w.__weakref__() is w)
#: wr_proxy
import weakref
class C:
    def __init__(self): self.v = 1
    def __len__(self): return 3
    def __getitem__(self, i): return i * 2
    def __add__(self, o): return 'add'
    def __call__(self, x): return x + 1
    def __str__(self): return 'str!'
    def __iter__(self): return iter([1, 2])
    def __bool__(self): return False
    def __contains__(self, x): return x == 5
    def __eq__(self, o): return True
    def __hash__(self): return 1
    def __int__(self): return 7
    def __index__(self): return 8
    def __enter__(self): return 'in'
    def __exit__(self, *a): return True
    def __getattr__(self, n): return n.upper() if not n.startswith('__') else object.__getattribute__(self, n)
c = C(); p = weakref.proxy(c)
print(p.v, len(p), p[4], p + 1, p(1), str(p), list(p), bool(p), 5 in p, p == 3, int(p), hex(p), p.foo, type(p).__name__, p.__class__.__name__, isinstance(p, C))
p.w = 2; print(c.w); del p.w; print(hasattr(c, 'w') and c.w)
try: hash(p)
except TypeError as e: print(e)
print(weakref.proxy(c) is p, weakref.getweakrefcount(c), repr(p).split(' at ')[0])
del c
for f in (lambda: p.v, lambda: len(p), lambda: str(p), lambda: p(1), lambda: p + 1, lambda: bool(p), lambda: setattr(p, 'a', 1), lambda: list(p), lambda: p == 1, lambda: p[0]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try: print(repr(p).split(' at ')[0])
except Exception as e: print(type(e).__name__, e)
#: wr_containers
import weakref, gc
class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'K%s' % self.n
a, b, c = K(1), K(2), K(3)
d = weakref.WeakValueDictionary(a=a, b=b); d['c'] = c
print(len(d), sorted(d), sorted(d.items(), key=str), d.get('z'), 'a' in d, d.pop('b'), d.setdefault('a', c), list(d.values()))
del a; print(len(d), sorted(d.keys())); del c; print(dict(d))
k1, k2 = K('k1'), K('k2')
w = weakref.WeakKeyDictionary({k1: 1}); w[k2] = 2
print(len(w), list(w.items()), w[k1], k1 in w, w.get(K(0), 'no')); del k1; print(len(w), list(w))
s = weakref.WeakSet([k2, b]); print(len(s), k2 in s, sorted(s, key=repr)); del k2; print(len(s)); s.add(b); s.discard(b); print(len(s))
try: s.add(1)
except TypeError as e: print(e)
try: w['x'] = 1
except TypeError as e: print(e)
try: d['y'] = 1
except TypeError as e: print(e)
x = K('x'); d['x'] = x
it = iter(d.items()); n = next(it); del x; print(n, len(d)); del n; print(len(d)); del it; print(len(d))
print(repr(weakref.WeakValueDictionary()).split(' at ')[0], weakref.WeakSet() == weakref.WeakSet(), repr(weakref.WeakSet()))
f = weakref.finalize(b, print, 'final', 1, k=2) if 0 else weakref.finalize(b, print, 'final', 1)
print(f.alive, f.peek()[1:], f.atexit); del b; print(f.alive, f(), f.peek(), f.detach())
g = weakref.finalize(K(9), print, 'at once')
print(g.alive)
z = K('z'); h = weakref.finalize(z, lambda: 5); print(h(), h(), h.alive); h2 = weakref.finalize(z, print, 'x'); print(h2.detach()[2], h2.alive); del z
#: wr_callbacks_order
import weakref, gc
class C: pass
log = []
c = C()
rs = [weakref.ref(c, lambda r, i=i: log.append(i)) for i in range(4)]
del c; print(log)
log.clear(); c = C(); r = weakref.ref(c, lambda r: log.append('dead')); del r; del c; print(log)
c = C(); p = weakref.proxy(c, lambda r: log.append('proxy')); r = weakref.ref(c, lambda r: log.append('ref')); del c; print(log)
log.clear()
class D:
    def __del__(self): log.append('del')
d = D(); r = weakref.ref(d, lambda r: log.append(('cb', r()))); del d; print(log)
log.clear(); d = D(); d.me = d; r = weakref.ref(d, lambda r: log.append(('cb', r()))); del d; gc.collect(); print(log)
import sys, io
def bad(r): raise ValueError('cb')
c = C(); r = weakref.ref(c, bad); old, sys.stderr = sys.stderr, io.StringIO(); del c; e = sys.stderr.getvalue(); sys.stderr = old; print(e.splitlines()[-1], e.count('ignored'))
class R(weakref.ref):
    def __init__(self, o, cb=None, extra=0): super().__init__(o, cb); self.extra = extra
    def __new__(cls, o, cb=None, extra=0): return super().__new__(cls, o, cb)
c = C(); x, y = R(c), R(c, extra=5); print(x is y, y.extra, weakref.getweakrefcount(c), x == y, x() is c); del c; print(x(), y())
#: po_reuse_after_free
import sys
def reuse(mk1, mk2):
    a = mk1(); i = id(a); del a
    return id(mk2()) == i
class C: pass
class S: __slots__ = ('a',)
k = 10 ** 6
print(reuse(object, object), reuse(lambda: k + 1, lambda: k + 2), reuse(lambda: 'a%d' % k, lambda: 'b%d' % k), reuse(C, C), reuse(S, S), reuse(C, S), reuse(lambda: bytes(10), lambda: bytes(12)), reuse(lambda: bytes(10), lambda: bytes(30)), reuse(lambda: bytes(100), lambda: bytes(101)))
print(reuse(list, list), reuse(dict, dict), reuse(set, set), reuse(lambda: (k, k), lambda: (k, 1)), reuse(lambda: k * 1.5, lambda: k * 2.5), reuse(lambda: range(k), lambda: range(k + 1)), reuse(lambda: slice(k), lambda: slice(2)), reuse(lambda: (lambda: 0), lambda: (lambda: 1)), reuse(bytearray, bytearray), reuse(lambda: frozenset([1]), lambda: frozenset([2])))
#: fr_locals_and_frames
import sys
def f(a, b=2, *c, d=4, **e):
    x = 1
    fr = sys._getframe()
    return sorted(fr.f_locals), fr.f_code.co_name, fr.f_lineno, fr.f_back.f_code.co_name, fr.f_code.co_varnames, fr.f_code.co_argcount, fr.f_code.co_kwonlyargcount, fr.f_code.co_nlocals, fr.f_code.co_flags & 0xf
print(f(1))
def depth():
    n = 0; fr = sys._getframe()
    while fr: n += 1; fr = fr.f_back
    return n
def rec(n): return depth() if n == 0 else rec(n - 1)
print(depth(), rec(5), (lambda: depth())(), [depth() for _ in range(2)], list(map(lambda _: depth(), [1])), list(depth() for _ in range(1)), sorted([1], key=lambda x: depth()) and 1)
class C: d = depth(); fr = sys._getframe().f_code.co_name
print(C.d, C.fr)
def g(): yield sys._getframe().f_back.f_code.co_name; yield depth()
i = g(); print(next(i), next(i))
print(sys._getframe().f_code.co_name, sys._getframe(0).f_globals is globals(), sys._getframe().f_locals is globals(), sys._getframe().f_back)
try: sys._getframe(100)
except ValueError as e: print(e)
def h():
    try: raise ValueError
    except ValueError as e: return e.__traceback__.tb_frame is sys._getframe(), e.__traceback__.tb_lineno - sys._getframe().f_code.co_firstlineno, e.__traceback__.tb_next
print(h())
def k():
    x = [1]
    loc = locals(); x.append(2); y = 3
    return sorted(loc), sorted(locals())
print(k())
def m():
    del_me = 1
    before = 'del_me' in locals(); del del_me
    return before, 'del_me' in locals()
print(m())
eval_names = eval('sys._getframe().f_code.co_name'); exec('n2 = sys._getframe().f_code.co_name'); print(eval_names, n2)
def outer():
    z = 5
    def inner(): return z, sorted(sys._getframe().f_locals), sys._getframe().f_code.co_freevars
    return inner(), sys._getframe().f_code.co_cellvars, sorted(sys._getframe().f_locals)
print(outer())
#: fr_frame_keeps_alive
import sys, gc
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def f():
    d = D('local')
    return sys._getframe()
fr = f(); print('have frame', sorted(fr.f_locals)); fr.clear(); print('cleared', fr.f_locals); del fr
def g():
    d = D('tb')
    raise ValueError
try: g()
except ValueError as e: tb = e.__traceback__
print('after except'); print(tb.tb_next.tb_frame.f_locals.keys() == {'d'}); del tb; print('tb gone')
def h():
    d = D('gen')
    yield 1
    print('resumed')
i = h(); next(i); print('suspended', list(i.gi_frame.f_locals)); i.close(); print('closed', i.gi_frame)
def k():
    d = D('exc_local')
    try: raise KeyError('x')
    except KeyError as e: return e
e = k(); print('returned', type(e).__name__, e.__traceback__.tb_frame.f_code.co_name); e.__traceback__ = None; print('no tb'); del e
def loop():
    for i in range(2): d = D(i)
    print('end loop')
loop()
def args(a, b): a = None; print('a dropped'); b = None
args(D('A'), D('B'))
x = [D('in list')]; x.clear(); print('cleared list')
def ret(): d = D('ret'); return d
ret(); print('ret done')
r = ret(); print('held'); del r
def nested():
    def inner(): return d
    d = D('cell'); return inner
n = nested(); print(n() is n()); del n
try:
    d = D('global try'); raise ValueError
except ValueError: print('caught'); del d
with_d = D('w'); del with_d
def swap(): a, b = D(1), D(2); a, b = b, a; print('swapped'); del a; print('a gone')
swap()
