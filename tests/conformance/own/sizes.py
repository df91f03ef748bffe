#: scalars
import sys
for x in (None, True, False, 0, 1, -1, 255, 2**30 - 1, 2**30, -2**30, 2**60, 2**90, 10**50, 1.5, 1j, ..., NotImplemented):
    print(repr(x)[:20], sys.getsizeof(x))
#: strings_by_kind
import sys
for c in ('', 'a', '\x7f', '\x80', '\xff', '\u0100', '\uffff', '\U00010000', '\U0001f600'):
    print(ascii(c), [sys.getsizeof(c * n) for n in range(5)])
#: string_mixed
import sys
for s in ('abc\xe9', 'abc\u20ac', 'abc\U0001f600', 'a' * 100 + '\xe9', 'naïve café'):
    print(ascii(s)[:20], len(s), sys.getsizeof(s))
#: bytes_and_bytearray
import sys
print([sys.getsizeof(bytes(n)) for n in (0, 1, 2, 10, 100)])
print([sys.getsizeof(bytearray(n)) for n in (0, 1, 2, 10, 100)])
b = bytearray()
out = []
for i in range(40):
    b.append(0)
    out.append(sys.getsizeof(b))
print(out)
b.clear()
print(sys.getsizeof(b))
b.extend(b'abc')
print(sys.getsizeof(b))
b += bytes(20)
print(sys.getsizeof(b))
del b[5:]
print(sys.getsizeof(b))
#: memoryview_sizes
import sys
m = memoryview(b'abc')
print(sys.getsizeof(m), sys.getsizeof(m[1:]))
#: list_literals
import sys
print([sys.getsizeof(x) for x in ([], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4, 5])])
print([sys.getsizeof([None] * n) for n in range(12)])
print([sys.getsizeof(list(range(n))) for n in range(12)])
print([sys.getsizeof(list(iter(range(n)))) for n in range(12)])
print([sys.getsizeof([i for i in range(n)]) for n in range(12)])
print([sys.getsizeof(list(i for i in range(n))) for n in range(12)])
print([sys.getsizeof([*range(n)]) for n in range(12)])
print([sys.getsizeof(list('x' * n)) for n in range(12)])
print([sys.getsizeof(list((0,) * n)) for n in range(12)])
#: list_append_long
import sys
l, last = [], None
for i in range(2000):
    l.append(i)
    s = sys.getsizeof(l)
    if s != last: print(i + 1, s)
    last = s
#: list_pop_long
import sys
l = list(range(500))
last = None
while l:
    s = sys.getsizeof(l)
    if s != last: print(len(l), s)
    last = s
    l.pop()
print(sys.getsizeof(l))
#: list_pop_front
import sys
l = [0] * 100
out = []
while l:
    l.pop(0)
    out.append(sys.getsizeof(l))
print(out)
#: list_insert_remove
import sys
l = []
out = []
for i in range(30):
    l.insert(0, i)
    out.append(sys.getsizeof(l))
print(out)
out = []
for i in range(30):
    l.remove(i)
    out.append(sys.getsizeof(l))
print(out)
#: list_extend_sizes
import sys
for n in (0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 100):
    a = []; a.extend(range(n))
    b = []; b.extend([0] * n)
    c = [1]; c.extend((0,) * n)
    d = []; d.extend(x for x in range(n))
    e = [1]; e += [0] * n
    f = []; f += iter([0] * n)
    print(n, [sys.getsizeof(x) for x in (a, b, c, d, e, f)])
#: list_slicing_sizes
import sys
l = list(range(100))
print([sys.getsizeof(l[:n]) for n in range(10)])
print([sys.getsizeof(l[::k]) for k in (1, 2, 3, 10, 100)])
l[10:20] = []
print(sys.getsizeof(l))
l[5:5] = range(200)
print(sys.getsizeof(l))
del l[::2]
print(sys.getsizeof(l))
del l[3:]
print(sys.getsizeof(l))
del l[:]
print(sys.getsizeof(l))
#: list_ops_sizes
import sys
a, b = [1, 2, 3], [4, 5]
print(sys.getsizeof(a + b), sys.getsizeof(a * 3), sys.getsizeof(3 * b), sys.getsizeof(a.copy()), sys.getsizeof(sorted(a)), sys.getsizeof(list(a)))
a *= 4
print(sys.getsizeof(a))
a.append(1)
print(sys.getsizeof(a))
a.sort()
print(sys.getsizeof(a))
a *= 0
print(sys.getsizeof(a))
#: list_functions_sizes
import sys
print(sys.getsizeof(list(map(str, range(10)))), sys.getsizeof(list(filter(None, range(10)))), sys.getsizeof(list(zip(range(10), range(10)))))
print(sys.getsizeof('a b c d e'.split()), sys.getsizeof('x' .join('abc').split('x')), sys.getsizeof('a\nb\nc'.splitlines()))
print(sys.getsizeof(list(enumerate('abcde'))), sys.getsizeof(list(reversed(range(9)))), sys.getsizeof(list({1, 2, 3})), sys.getsizeof(list({1: 1, 2: 2}.items())))
print(sys.getsizeof(sorted(range(7))), sys.getsizeof(sorted(x for x in range(7))))
print(sys.getsizeof(dir(object)) > 100, sys.getsizeof([].__dir__()) > 100)
#: tuples
import sys
print([sys.getsizeof((0,) * n) for n in range(10)])
print([sys.getsizeof(tuple(range(n))) for n in range(25)])
print([sys.getsizeof(tuple(x for x in range(n))) for n in range(25)])
#: dict_growth
import sys
d, last = {}, None
for i in range(3000):
    s = sys.getsizeof(d)
    if s != last: print(i, s)
    last = s
    d[i] = i
#: dict_growth_strings
import sys
d, last = {}, None
for i in range(1500):
    s = sys.getsizeof(d)
    if s != last: print(i, s)
    last = s
    d['k%d' % i] = i
#: dict_literals
import sys
print(sys.getsizeof({}), sys.getsizeof(dict()), sys.getsizeof({'a': 1}), sys.getsizeof(dict(a=1)), sys.getsizeof({1: 1}))
print([sys.getsizeof({i: 0 for i in range(n)}) for n in range(13)])
print([sys.getsizeof({str(i): 0 for i in range(n)}) for n in range(13)])
print([sys.getsizeof(dict.fromkeys(range(n))) for n in (0, 1, 5, 6, 10, 11, 100)])
print([sys.getsizeof(dict(zip('abcdefghijklmnop'[:n], range(n)))) for n in range(13)])
print(sys.getsizeof({'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6}), sys.getsizeof({1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6}))
#: dict_copy_and_update
import sys
d = {i: i for i in range(20)}
for i in range(15): del d[i]
print(sys.getsizeof(d), sys.getsizeof(dict(d)), sys.getsizeof(d.copy()), sys.getsizeof({**d}))
e = {}
e.update(d)
print(sys.getsizeof(e))
e.update({i: 0 for i in range(100)})
print(sys.getsizeof(e))
d.clear()
print(sys.getsizeof(d))
d[1] = 1
print(sys.getsizeof(d))
#: dict_delete_insert
import sys
d = {}
out = []
for i in range(100):
    d[i] = 0
    if i > 3: del d[i - 4]
    out.append(sys.getsizeof(d))
print(out)
#: dict_string_to_general
import sys
d = {'a': 1, 'b': 2}
print(sys.getsizeof(d))
d[1] = 1
print(sys.getsizeof(d))
del d[1]
print(sys.getsizeof(d))
e = {'a': 1}
e[('x',)] = 2
print(sys.getsizeof(e), sys.getsizeof(e.copy()))
#: dict_union
import sys
a, b = {'a': 1}, {'b': 2, 'c': 3}
try:
    print(sys.getsizeof(a | b))
    a |= b
    print(sys.getsizeof(a))
except TypeError as e:
    print(e)
#: instance_dicts
import sys
class C: pass
c = C()
print(sys.getsizeof(c), sys.getsizeof(c.__dict__))
c.x = 1
print(sys.getsizeof(c), sys.getsizeof(c.__dict__))
d = C()
for i in range(40):
    setattr(d, 'a%d' % i, i)
    if i in (0, 1, 4, 5, 9, 10, 15, 29, 30, 31): print(i + 1, sys.getsizeof(d), sys.getsizeof(d.__dict__))
e = C()
e.x = 1
print(sys.getsizeof(e.__dict__), sys.getsizeof(vars(C())))
#: instance_dicts_init
import sys
class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y
l = [P(i, i) for i in range(5)]
print([sys.getsizeof(p) for p in l], [sys.getsizeof(p.__dict__) for p in l])
l[0].z = 1
print(sys.getsizeof(l[0].__dict__), sys.getsizeof(P(1, 2).__dict__))
del l[1].x
print(sys.getsizeof(l[1].__dict__))
l[2].__dict__ = {'q': 1}
print(sys.getsizeof(l[2]), sys.getsizeof(l[2].__dict__))
#: slots_sizes
import sys
def mk(n): return type('S', (), {'__slots__': ['s%d' % i for i in range(n)]})
print([sys.getsizeof(mk(n)()) for n in range(8)])
class A: __slots__ = ('a', '__dict__')
class B: __slots__ = ('a', '__weakref__')
class C: __slots__ = ('a', '__dict__', '__weakref__')
print(sys.getsizeof(A()), sys.getsizeof(B()), sys.getsizeof(C()))
class D(A): __slots__ = ('b',)
class E(A): pass
class F(B): __slots__ = ()
print(sys.getsizeof(D()), sys.getsizeof(E()), sys.getsizeof(F()))
#: subclasses_of_builtins
import sys
for base in (object, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, bytearray, Exception):
    class K(base): pass
    class S(base): __slots__ = ()
    print(base.__name__, sys.getsizeof(K()), sys.getsizeof(S()), sys.getsizeof(base()))
#: subclasses_with_content
import sys
class L(list): pass
class T(tuple): pass
class D(dict): pass
class I(int): pass
class St(str): pass
print(sys.getsizeof(L([1, 2, 3])), sys.getsizeof(T((1, 2, 3))), sys.getsizeof(D(a=1)), sys.getsizeof(I(10)), sys.getsizeof(I(2**40)), sys.getsizeof(St('abc')), sys.getsizeof(St('\xe9')), sys.getsizeof(St('\u20ac')))
#: sets
import sys
s, last = set(), None
for i in range(2000):
    z = sys.getsizeof(s)
    if z != last: print(i, z)
    last = z
    s.add(i)
while s:
    s.pop()
print(sys.getsizeof(s))
s.clear()
print(sys.getsizeof(s))
#: set_literals_ops
import sys
print([sys.getsizeof(set(range(n))) for n in range(12)])
print([sys.getsizeof(frozenset(range(n))) for n in range(12)])
print([sys.getsizeof({*range(n)}) for n in range(12)])
print([sys.getsizeof({x for x in range(n)}) for n in range(12)])
a, b = set(range(10)), set(range(5, 15))
print([sys.getsizeof(x) for x in (a | b, a & b, a - b, a ^ b, a.copy(), set(a), frozenset(a))])
for i in range(10): a.discard(i)
print(sys.getsizeof(a))
a.add(1)
print(sys.getsizeof(a), sys.getsizeof(a.copy()))
a |= set(range(100))
print(sys.getsizeof(a))
#: functions_and_methods
import sys
def f(): pass
def g(a, b=1, *c, d=2, **e): return a
class C:
    def m(self): pass
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
    p = property(lambda self: 1)
print(sys.getsizeof(f), sys.getsizeof(g), sys.getsizeof(lambda: 0), sys.getsizeof(C().m), sys.getsizeof(C.m), sys.getsizeof(len), sys.getsizeof([].append))
print(sys.getsizeof(C.__dict__['s']), sys.getsizeof(C.__dict__['c']), sys.getsizeof(C.__dict__['p']), sys.getsizeof(C.c), sys.getsizeof(str.join), sys.getsizeof(str.__add__), sys.getsizeof('a'.__add__))
print(sys.getsizeof(dict.fromkeys), sys.getsizeof(type.__dict__['__name__']), sys.getsizeof(int.__dict__['real']))
#: iterators
import sys
it = [iter([]), iter(()), iter(''), iter({}), iter(set()), iter(range(3)), iter(b''), reversed([]), enumerate([]), zip(), zip([], []), map(len, []), filter(None, []), iter(int, 1), iter({}.values()), iter({}.items()), reversed(())]
for x in it: print(type(x).__name__, sys.getsizeof(x))
#: misc_objects
import sys, types
print(sys.getsizeof(slice(1)), sys.getsizeof(range(1)), sys.getsizeof(range(10**20)), sys.getsizeof(types.ModuleType('m')), sys.getsizeof(types.SimpleNamespace()), sys.getsizeof(super(int, 1)))
print(sys.getsizeof({}.keys()), sys.getsizeof({}.values()), sys.getsizeof({}.items()), sys.getsizeof(types.MappingProxyType({})))
def f(x):
    def g(): return x
    return g
print(sys.getsizeof(f(1).__closure__[0]), sys.getsizeof(f(1).__closure__), sys.getsizeof(f(1)))
#: weakrefs
import sys, weakref
class C: pass
c = C()
print(sys.getsizeof(weakref.ref(c)), sys.getsizeof(weakref.proxy(c)), sys.getsizeof(weakref.ref(c, print)))
#: exceptions
import sys
for e in (BaseException, Exception, ValueError, KeyError, OSError, SystemExit, StopIteration, ImportError, UnicodeError, UnicodeDecodeError, SyntaxError, AttributeError, NameError, MemoryError, StopAsyncIteration, ZeroDivisionError):
    try: x = e()
    except TypeError: x = e('utf-8', b'', 0, 1, 'r')
    print(e.__name__, sys.getsizeof(x))
class M(Exception): pass
print(sys.getsizeof(M()), sys.getsizeof(M().args))
#: types_sizes
import sys
class A: pass
class B: __slots__ = ('a', 'b')
class M(type): pass
class C(metaclass=M): pass
print(sys.getsizeof(A), sys.getsizeof(B), sys.getsizeof(M), sys.getsizeof(C), sys.getsizeof(int), sys.getsizeof(type), sys.getsizeof(object), sys.getsizeof(Exception), sys.getsizeof(dict))
#: generators_and_frames
import sys
def g():
    yield
def h(a, b, c):
    x = y = z = 0
    yield a
print(sys.getsizeof(g()), sys.getsizeof(h(1, 2, 3)), sys.getsizeof((x for x in [])))
async def co(): pass
c = co()
print(sys.getsizeof(c)); c.close()
async def ag(): yield
print(sys.getsizeof(ag()))
#: frame_sizes
import sys
def f(): return sys.getsizeof(sys._getframe())
def g(a, b, c):
    x = y = z = 0
    return sys.getsizeof(sys._getframe())
def h(): return [[sys.getsizeof(sys._getframe()), 1, 2, (3, 4, [5])]][0][0]
print(f(), g(1, 2, 3), h())
#: code_sizes
import sys
def f(): pass
def g(a, b): return a + b
print(sys.getsizeof(f.__code__), sys.getsizeof(g.__code__), sys.getsizeof(compile('1', 'a', 'eval')))
#: basicsize
for t in (int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, type, object, type(None), type(len), type(lambda: 0), type([].append), memoryview, property, staticmethod, classmethod, enumerate, zip, map, filter, reversed, super, Exception, OSError, type(iter([])), type(x for x in ())):
    print(t.__name__, t.__basicsize__, t.__itemsize__, t.__dictoffset__, t.__weakrefoffset__)
#: collections_sizes
import sys, collections
print(sys.getsizeof(collections.deque()), sys.getsizeof(collections.deque(range(64))), sys.getsizeof(collections.deque(range(65))), sys.getsizeof(collections.deque(range(200))))
print(sys.getsizeof(collections.defaultdict(list)), sys.getsizeof(collections.OrderedDict()), sys.getsizeof(collections.Counter('abc')))
P = collections.namedtuple('P', 'x y')
print(sys.getsizeof(P(1, 2)), sys.getsizeof(P(1, 2)._asdict()))
#: ordereddict_growth
import sys, collections
o = collections.OrderedDict()
out = []
for i in range(12):
    out.append(sys.getsizeof(o))
    o[i] = i
print(out)
#: itertools_sizes
import sys, itertools
for x in (itertools.count(), itertools.cycle([]), itertools.repeat(1), itertools.chain(), itertools.islice([], 1), itertools.accumulate([]), itertools.product([]), itertools.permutations([1]), itertools.combinations([1], 1), itertools.zip_longest(), itertools.takewhile(None, []), itertools.starmap(None, []), itertools.groupby([])):
    print(type(x).__name__, sys.getsizeof(x))
#: array_sizes
import sys, array
print([sys.getsizeof(array.array('i', [0] * n)) for n in range(8)])
a = array.array('d')
out = []
for i in range(20):
    a.append(0)
    out.append(sys.getsizeof(a))
print(out)
#: getsizeof_vs_sizeof
import sys
class C: pass
class S: __slots__ = 'a'
for x in (1, 'a', [], (), {}, C(), S(), set(), 1.0, C, len, lambda: 0, ValueError()):
    print(sys.getsizeof(x) - x.__sizeof__(), end=' ')
print()
#: utf8_cache_grows_string
import sys
s = 'h\xe9llo w\xf6rld'
print(sys.getsizeof(s))
s.encode()
print(sys.getsizeof(s))
try:
    open(s)
except OSError:
    pass
print(sys.getsizeof(s) >= 60)
#: big_ints
import sys
print([sys.getsizeof(2**(30 * n)) for n in range(10)], [sys.getsizeof(2**(30 * n) - 1) for n in range(10)])
print([sys.getsizeof(x) for x in (10**9 * 10**9, 2**100 >> 50, (2**100) // (2**90), -(2**64), 2**64 - 2**64 + 5, int('9' * 40))])
#: arrays_and_deques_as_they_grow
import array, collections, gc, sys
kept = array.array('i')
sizes = []
for i in range(40):
    kept.append(i)
    sizes.append(sys.getsizeof(kept))
while kept:
    kept.pop()
    sizes.append(sys.getsizeof(kept))
print(sizes)
class Named(array.array):
    pass
print(Named('i', [1]), Named('i'), gc.is_tracked(kept), gc.is_tracked(Named('i')))
for n in (0, 1, 63, 64, 65, 200):
    deque = collections.deque(range(n))
    print(n, sys.getsizeof(deque), sys.getsizeof(collections.deque(deque, 5)))
    deque.clear()
    print(sys.getsizeof(deque))
