#: forms_of_slots
for s in ("'a'", "['a', 'b']", "('a',)", "{'a': 'doc of a'}", "iter(('a', 'b'))", "()", "''", "'1a'", "(1,)", "('a b',)", "None", "5", "'__dict__'", "('__weakref__',)", "('a', 'a')", "('__dict__', '__dict__')", "('if',)", "('é',)"):
    try:
        exec('class X:\n __slots__ = ' + s, d := {}) if False else None
    except Exception: pass
    ns = {}
    try:
        exec('class X:\n __slots__ = ' + s, ns)
        X = ns['X']
        print(s, sorted(k for k in X.__dict__ if not k.startswith('__') or k in ('__dict__', '__weakref__')), type(X.__dict__['__slots__']).__name__)
    except (TypeError, ValueError) as e: print(s, type(e).__name__, e)
#: slots_doc_dict
import inspect
class P:
    __slots__ = {'x': 'the x', 'y': None}
p = P(); p.x = 1
print(P.__slots__, P.x.__doc__, inspect.getdoc(P.x))
#: name_mangling
class K:
    __slots__ = ('__secret', '_one', '__dunder__')
    def __init__(self): self.__secret = 1
k = K()
print(k._K__secret, sorted(n for n in K.__dict__ if 'secret' in n or 'one' in n), K.__slots__)
class L(K):
    __slots__ = ('__secret',)
    def set(self): self.__secret = 2
l = L(); l.set()
print(l._K__secret, l._L__secret)
#: inheritance_of_slots
class A: __slots__ = ('a',)
class B(A): __slots__ = ('b',)
class C(B): pass
class D(B): __slots__ = ()
for k in (A, B, C, D):
    o = k()
    print(k.__name__, hasattr(o, '__dict__'), k.__basicsize__, k.__dictoffset__ != 0, k.__weakrefoffset__ != 0)
import sys
print([sys.getsizeof(k()) for k in (A, B, C, D)])
class E(A): __slots__ = ('a',)
e = E(); e.a = 1
print(E.a is A.a, sys.getsizeof(e))
try: A.a.__get__(e)
except AttributeError as x: print(x)
#: dict_and_weakref_slots
import sys, weakref
class W: __slots__ = ('__weakref__',)
class D: __slots__ = ('__dict__',)
class B: __slots__ = ('a', '__dict__', '__weakref__')
class N: __slots__ = ()
for k in (W, D, B, N):
    o = k()
    try: r = weakref.ref(o) is not None
    except TypeError as e: r = str(e)
    try: o.q = 1; s = o.__dict__
    except AttributeError as e: s = str(e)
    print(k.__name__, r, s, sys.getsizeof(o), k.__basicsize__)
class W2(W):
    pass
try:
    class W3(W): __slots__ = ('__weakref__',)
except TypeError as e: print(e)
try:
    class D3(D): __slots__ = ('__dict__',)
except TypeError as e: print(e)
#: multiple_inheritance_layouts
class A: __slots__ = ('a',)
class B: __slots__ = ('b',)
class E: __slots__ = ()
class P: pass
def t(*bases):
    try:
        X = type('X', bases, {})
        print([b.__name__ for b in bases], 'ok', X.__basicsize__, X.__base__.__name__)
    except TypeError as e: print([b.__name__ for b in bases], e)
for bs in ((A, B), (A, E), (E, A), (A, P), (P, A), (P, E), (int, A), (A, int), (int, P), (list, P), (A, list), (Exception, A), (Exception, P), (int, str), (tuple, A)): t(*bs)
#: member_descriptors
class S: __slots__ = ('a', 'b')
d = S.a
print(repr(d), d.__name__, d.__objclass__ is S, d.__qualname__, type(d).__name__, d.__doc__)
s = S()
d.__set__(s, 5)
print(s.a, d.__get__(s), d.__get__(s, S), d.__get__(None, S) is d)
d.__delete__(s)
for f in (lambda: s.a, lambda: d.__delete__(s), lambda: d.__get__(object()), lambda: d.__set__(1, 2), lambda: d.__get__(), lambda: d.__set__(s)):
    try: f()
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
try: s.zzz
except AttributeError as e: print(e, e.name, e.obj is s) if hasattr(e, 'name') else print(e)
#: setattr_messages
class S: __slots__ = ('a',)
class R:
    __slots__ = ()
    ro = property(lambda self: 1)
    v = 5
    def m(self): pass
s, r = S(), R()
for o, n in ((s, 'zz'), (r, 'zz'), (r, 'ro'), (r, 'v'), (r, 'm'), (s, '__class__'), (s, '__slots__'), (object(), 'a'), (5, 'a'), ('x', 'upper'), ([], 'append')):
    try: setattr(o, n, 1)
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
    try: delattr(o, n)
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
#: slots_and_gc
import gc
class S: __slots__ = ('a',)
class E: __slots__ = ()
s = S(); e = E()
print(gc.is_tracked(s), gc.is_tracked(e), gc.get_referents(s) == [S] or gc.get_referents(s))
s.a = [1]
print([type(x).__name__ for x in gc.get_referents(s)])
gc.disable(); gc.collect()
s.a = s
del s
print(gc.collect())
#: slots_counts
import sys
class S: __slots__ = ('a', 'b')
o = object()
b = sys.getrefcount(o)
s = S(); s.a = s.b = o
print(sys.getrefcount(o) - b, sys.getrefcount(s))
s.a = None
print(sys.getrefcount(o) - b)
del s
print(sys.getrefcount(o) - b)
c = sys.getrefcount(S)
l = [S() for _ in range(5)]
print(sys.getrefcount(S) - c)
#: release_order_of_slots
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
class S:
    __slots__ = ('b', 'a', 'c')
    def __del__(self): print('S goes')
s = S()
s.a, s.b, s.c = D('a'), D('b'), D('c')
del s
class T(S):
    __slots__ = ('d',)
t = T()
t.d, t.c, t.a = D('td'), D('tc'), D('ta')
t = None
class U(S): pass
u = U()
u.x, u.a = D('ux'), D('ua')
u = None
#: address_reuse
class S: __slots__ = ('a',)
class T: __slots__ = ('b',)
class U: __slots__ = ('a', 'b')
x = S(); i = id(x); del x
y = T(); print(id(y) == i)
del y
z = U(); print(id(z) == i)
w = S(); print(id(w) == i)
#: distances
class S0: __slots__ = ()
class S1: __slots__ = ('a',)
class S2: __slots__ = ('a', 'b')
class S5: __slots__ = tuple('abcde')
class SW: __slots__ = ('a', '__weakref__')
def stride(k, n=3000):
    l = [k() for _ in range(n)]
    d = {}
    for a, b in zip(l[n // 2:], l[n // 2 + 1:]): d[id(b) - id(a)] = d.get(id(b) - id(a), 0) + 1
    return max(d, key=d.get)
print([stride(k) for k in (S0, S1, S2, S5, SW)])
#: pickle_and_copy
import copy
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = [1]; s.b = 'b'
try: print(s.__reduce_ex__(2)[2])
except Exception as e: print(type(e).__name__, e)
try: s.__reduce_ex__(1)
except TypeError as e: print(e)
c = copy.copy(s)
print(c.a is s.a, c.b)
class F:
    __slots__ = ('x',)
    def __eq__(self, o): return self.x == o.x
f = F(); f.x = 1
try: hash(f)
except TypeError as e: print(e)
print(F.__hash__)
#: getstate
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = 1
class T(S): pass
t = T(); t.a = 2; t.z = 3
for o in (s, t, object(), type('P', (), {})()):
    try: print(o.__getstate__())
    except AttributeError as e: print(e)
#: dataclass_slots
import sys
from dataclasses import dataclass
try:
    @dataclass(slots=True)
    class P:
        x: int
        y: int = 0
    p = P(1)
    print(p, P.__slots__, hasattr(p, '__dict__'), sys.getsizeof(p))
    try: p.z = 1
    except AttributeError as e: print(e)
    @dataclass(frozen=True, slots=True)
    class Q:
        a: list
    q = Q([])
    try: q.a = 1
    except Exception as e: print(type(e).__name__, e)
    @dataclass(slots=True, weakref_slot=True)
    class R: v: int
    print(R.__slots__)
except TypeError as e: print(e)
#: slots_with_defaults_conflict
for body in ("__slots__ = ('a',)\n a = 1", "__slots__ = ('a',)\n a: int", "__slots__ = ('a', 'b')\n b: int = 1", "__slots__ = ('__init__',)\n def __init__(self): pass", "__slots__ = ('__class__',)", "__slots__ = ('__module__',)", "__slots__ = ('__qualname__',)", "__slots__ = ('__slots__',)"):
    try:
        exec('class X:\n ' + body, ns := {}) if False else exec('class X:\n ' + body, {})
        print('ok')
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
#: add_slots_after
class A: pass
A.__slots__ = ('x',)
a = A(); a.y = 1
print(a.__dict__)
class B: __slots__ = ('x',)
B.__slots__ = ('y',)
b = B(); b.x = 1
print(B.__slots__, hasattr(b, '__dict__'))
B.y = 7
try: b.y = 8
except AttributeError as e: print(e)
del B.x
try: b.x
except AttributeError as e: print(e)
#: class_assignment
class A: __slots__ = ('x', 'y')
class B: __slots__ = ('x', 'y')
class C: __slots__ = ('y', 'x')
class D: __slots__ = ('x', 'y', '__dict__')
class E(A): __slots__ = ()
class F(B): __slots__ = ()
class G(A): pass
def t(a, b):
    o = a()
    if a is not G: o.x = 1
    try:
        o.__class__ = b
        print(a.__name__, b.__name__, 'ok', getattr(o, 'x', None))
    except TypeError as e: print(a.__name__, b.__name__, e)
for p in ((A, B), (A, C), (A, D), (A, E), (E, A), (E, F), (A, G), (G, A), (D, A)): t(*p)
try: A().__class__ = 5
except TypeError as e: print(e)
try: del A().__class__
except TypeError as e: print(e)
#: slots_of_builtin_subclasses
import sys
def t(base, slots, *args):
    try:
        K = type('K', (base,), {'__slots__': slots})
        o = K(*args)
        print(base.__name__, slots, 'ok', hasattr(o, '__dict__'), K.__basicsize__ - base.__basicsize__)
    except TypeError as e: print(base.__name__, slots, e)
for b in (int, str, bytes, tuple, list, dict, set, frozenset, float, complex, bytearray, Exception, type):
    args = ('K', (), {}) if b is type else ()
    t(b, (), *args)
    t(b, ('a',), *args)
#: slots_in_metaclass_and_type_sizes
import sys
class A: __slots__ = ('a',)
class B: __slots__ = ('a', 'b')
class C: __slots__ = ()
class P: pass
print(sys.getsizeof(B) - sys.getsizeof(A), sys.getsizeof(A) - sys.getsizeof(C), sys.getsizeof(P) - sys.getsizeof(C))
print(type.__itemsize__)
#: getattr_fallback_and_slots
class S:
    __slots__ = ('a',)
    def __getattr__(self, n): return 'fallback ' + n
    def __setattr__(self, n, v):
        print('set', n)
        object.__setattr__(self, n, v)
s = S()
print(s.a, s.b)
s.a = 1
print(s.a)
del s.a
print(s.a)
try: s.c = 1
except AttributeError as e: print(e)
#: property_over_slot
class A: __slots__ = ('v',)
class B(A):
    __slots__ = ()
    @property
    def v(self): return A.v.__get__(self) * 2
    @v.setter
    def v(self, x): A.v.__set__(self, x + 1)
b = B(); b.v = 1
print(b.v, A.v.__get__(b))
class C(A):
    v = 'class value'
c = C()
c.v = 5
print(c.v, c.__dict__)
try: A.v.__get__(c)
except AttributeError as e: print(e)
#: descriptors_of_other_classes
class A: __slots__ = ('x',)
class B: __slots__ = ('x',)
B.x = A.x
b = B()
try: b.x = 1
except TypeError as e: print(e)
try: b.x
except TypeError as e: print(e)
print(A.x.__get__(None, B) is A.x)
try: A.x.__get__(None, None)
except TypeError as e: print(e)
#: many_slots
import sys
K = type('K', (), {'__slots__': tuple('s%d' % i for i in range(50))})
k = K()
for i in range(50): setattr(k, 's%d' % i, i)
print(sys.getsizeof(k), sum(getattr(k, n) for n in K.__slots__), K.__basicsize__)
M = type('M', (), {'__slots__': tuple('s%d' % i for i in range(70))})
a = [M() for _ in range(3)]
print(sys.getsizeof(a[0]))
#: reducing_by_copyreg
import copy, sys
def told(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A:
    def __getnewargs__(self): return self.given
class B:
    def __getnewargs_ex__(self): return self.given
for cls in (A, B):
    for given in (1, (), [1], (1, 2), ((), {}), ((1,), {'a': 2}), ((), ()), ([], {}), (1, 2, 3)):
        o = cls(); o.given = given
        told(lambda: [getattr(x, '__name__', x) if i == 0 else x for i, x in enumerate(o.__reduce_ex__(2)[:2])])
        told(lambda: o.__reduce_ex__(1))
class S:
    __slots__ = 'a', '__b', '__weakref__'
    def __init__(self): self.a = 1; self.__b = 2
class T(S):
    __slots__ = ('c', '__dict__')
class U(T): pass
for cls in (S, T, U):
    o = cls()
    told(lambda: o.__reduce_ex__(2)[2:])
    told(lambda: o.__reduce_ex__(0))
    told(lambda: o.__reduce__())
    if cls is not S: o.x = [1]
    told(lambda: o.__reduce_ex__(3)[2:])
    told(lambda: vars(cls)['__slotnames__'])
    told(lambda: sorted(vars(copy.deepcopy(o)).items()))
u = U()
u.y = 1
print(u.__reduce_ex__(2)[2][0] is u.__dict__)
class I(int): pass
class Li(list): pass
class D(dict): pass
told(lambda: I(3).__reduce_ex__(2)[1:])
told(lambda: I(3).__reduce_ex__(1))
told(lambda: I(3).__reduce__())
told(lambda: [list(x) if x else x for x in Li('ab').__reduce_ex__(2)[2:]])
told(lambda: [list(x) if x else x for x in D(a=1).__reduce_ex__(2)[2:]])
def g(): yield 1
for o in (g(), g, sys, len, iter({}), (1).__add__, type('x', (), {})().__init__, memoryview(b''), 3, 'a', (), None, ..., object(), sys.flags, 1.5, print, int, zip([1]), slice(1), range(3), b'a', bytearray(b'a'), {1}, {}.keys(), sys._getframe(), Exception('a')):
    for p in (0, 2):
        try: r = o.__reduce_ex__(p); print(type(o).__name__, p, type(r).__name__, r if isinstance(r, str) else len(r), r[2:3] if not isinstance(r, str) else 0)
        except Exception as e: print(type(o).__name__, p, type(e).__name__, e)
class N: pass
n = N(); n.a = n
m = copy.deepcopy(n); print(m.a is m, m is not n)
class Sup(set): pass
s = Sup([1]); s.x = 2
print(s.__reduce__()[1:], vars(copy.copy(s)))
print(copy.deepcopy({1, (2, 3)}), copy.deepcopy(frozenset([1])), copy.copy({4}))
print(type(object().__reduce_ex__), sys.modules['copyreg'].__name__)
#: what_wrappers_and_types_say
def f():
    "doc"
f.x = 1
def told(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
for w in (classmethod, staticmethod):
    c = w(f)
    told(lambda: repr(c)[:20])
    told(lambda: vars(c))
    told(lambda: c.__doc__ == w.__doc__)
    told(lambda: c.__name__)
    told(lambda: c.__annotations__)
    told(lambda: c.__isabstractmethod__)
    c.y = 2
    told(lambda: vars(c))
told(lambda: type.__dict__['__doc__'].__set__(list, 'a'))
told(lambda: type.__dict__['__name__'].__set__(list, 'a'))
told(lambda: type.__dict__['__qualname__'].__set__(list, 'a'))
told(lambda: type.__dict__['__module__'].__set__(list, 'a'))
told(lambda: type.__dict__['__bases__'].__set__(list, ()))
told(lambda: type.__dict__['__abstractmethods__'].__set__(list, ()))
told(lambda: setattr(list, '__doc__', 1))
told(lambda: setattr(list, 'a', 1))
told(lambda: delattr(list, '__doc__'))
told(lambda: type.__dict__['__doc__'].__delete__(list))
class A: pass
told(lambda: type.__dict__['__doc__'].__delete__(A))
told(lambda: type.__dict__['__name__'].__delete__(A))
for m in (set.add, list.append, object.__sizeof__, int.__add__, str.join, dict.fromkeys, set.__contains__):
    told(lambda: m())
    told(lambda: m(3.5))
    told(lambda: m(3.5, 1))
#: slots_of_tuples
import sys, gc, ctypes, collections
try:
    class T(tuple): __slots__ = ('a', 'b')
except TypeError as e: sys.exit(str(e))
t = T((1, 2, 3)); t.b = 5; t.a = 7
print([ctypes.c_long.from_address(id(t) + i).value == id(o) for i, o in ((32, 1), (40, 2), (48, 3), (56, 7), (64, 5))])
print(T.__basicsize__, sys.getsizeof(t), sys.getsizeof(T()), t.a, t, T.__dict__['a'])
try: T().b
except AttributeError as e: print(e)
class W(T): __slots__ = ('c',)
w = W('xy'); w.c = 1; w.a = 2; w.b = 3
print(w, w.a, w.b, w.c, W.__basicsize__, sys.getsizeof(w), len(gc.get_referents(w)))
class D(tuple): __slots__ = ('__dict__', 'z')
d = D('a'); d.z = 1; d.q = 3
print(D.__basicsize__, sys.getsizeof(d), d.__dict__)
class X(W): pass
x = X('a'); x.a = 1; x.zz = 4
print(X.__basicsize__, sys.getsizeof(x), x.__dict__)
class P(collections.namedtuple('P', 'x y')): __slots__ = ('e',)
p = P(1, 2); p.e = 3
print(p, p.e, p._replace(x=2), P.__basicsize__)
del p.e
print(hasattr(p, 'e'))
class M1(tuple): __slots__ = ('a',)
class M2(tuple): __slots__ = ('b',)
try:
    class M3(M1, M2): pass
except TypeError as e: print(e)
class T2(tuple): __slots__ = ('a', 'b')
t = T((1,))
try: t.__class__ = W
except TypeError as e: print(e)
t.__class__ = T2
print(type(t), T((1,)) == (1,), hash(T((1,))) == hash((1,)), T((1, 2))[0:1], T((1,)) + (2,))
gc.collect()
t = T(()); t.a = t
del t
print(gc.collect())
o = object()
before = sys.getrefcount(o)
t = T((o,)); t.a = t.b = o
print(sys.getrefcount(o) - before)
del t
print(sys.getrefcount(o) - before)
