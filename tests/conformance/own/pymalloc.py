#: rounding_by_distance
def stride(n, k=800):
    l = [bytes(n) for _ in range(k)]
    d = {}
    for a, b in zip(l[k // 2:], l[k // 2 + 1:]): d[abs(id(b) - id(a))] = d.get(abs(id(b) - id(a)), 0) + 1
    return max(d, key=d.get)
print([(n + 33, stride(n)) for n in (16, 30, 31, 32, 63, 64, 95, 111, 112, 200, 255, 300)])
#: pool_size_from_ids
l = [bytes(463) for _ in range(4000)]
ids = sorted(id(o) for o in l)
for size in (4096, 16384):
    per = {}
    for i in ids: per[i // size] = per.get(i // size, 0) + 1
    print(size, max(per.values()))
#: blocks_start_after_header
def run(size):
    l = [bytes(463) for _ in range(3000)]
    offs = {(id(o) % size - 48) % 496 for o in l}
    return offs
a, b = run(4096), run(16384)
print(a == {0} or len(a) > 1, b == {0} or len(b) > 1, a == {0} or b == {0})
#: lifo_within_pool
l = [bytes(400 - 33 + i % 3) for i in range(200)]
k = [j for j in range(100, 190) if id(l[j + 1]) - id(l[j]) == 400 and id(l[j + 2]) - id(l[j + 1]) == 400][0]
w = {id(l[k]): 'x', id(l[k + 1]): 'y', id(l[k + 2]): 'z'}
for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
    for i in order: l[k + i] = None
    got = [bytes(400 - 33) for _ in range(3)]
    print(order, [w.get(id(o)) for o in got])
    for i, o in enumerate(sorted(got, key=id)): l[k + i] = o
    del got, o
#: size_classes_are_separate
a = bytes(100); i = id(a); del a
b = bytes(130); print(id(b) == i)
c = bytes(101); print(id(c) == i)
i = id(c); del c
d = bytes(95); print(id(d) == i)
e = bytes(110); print(id(e) == i)
#: types_share_classes
import sys
class S: __slots__ = tuple('abcd')
x = bytes(16); i = id(x); del x
y = complex(1, len('ab')) ; print(id(y) == i)
z = bytes(14); print(id(z) == i or id(y) == i)
p = 'q' * len('0123456'); i = id(p); del p
r = bytes(15); print(id(r) == i)
#: blocks_of_strings
import sys, gc
gc.disable()
def per(make, n=100):
    l = [None] * n
    a = sys.getallocatedblocks()
    for i in range(n): l[i] = make(i)
    return (sys.getallocatedblocks() - a) / n
per(str)
print([round(per(f), 1) for f in (lambda i: 'x' * (i + 10), lambda i: 'é' * (i + 10), lambda i: '€' * (i + 10), lambda i: 'x' * 600, lambda i: str(i + 1000), lambda i: 'a%d' % i)])
#: blocks_of_numbers
import sys, gc
gc.disable()
def per(make, n=300):
    l = [None] * n
    a = sys.getallocatedblocks()
    for i in range(n): l[i] = make(i)
    return round((sys.getallocatedblocks() - a) / n, 1)
per(lambda i: i * 1.5)
for f in (lambda i: i + 10 ** 12, lambda i: i + 10 ** 30, lambda i: complex(i, 1), lambda i: i * 2 ** 5000): print(per(f))
#: blocks_of_containers
import sys, gc
gc.disable()
def per(make, n=200):
    l = [None] * n
    a = sys.getallocatedblocks()
    for i in range(n): l[i] = make(i)
    return round((sys.getallocatedblocks() - a) / n, 1)
for f in (lambda i: [i], lambda i: [], lambda i: [None] * 100, lambda i: (i,), lambda i: (None,) * 30, lambda i: {1}, lambda i: set(range(9)), lambda i: frozenset((1, 2))):
    per(f, 120)
    print(per(f))
#: blocks_of_instances
import sys, gc
gc.disable()
class P: pass
class Q:
    def __init__(self): self.a = self.b = 1
class S: __slots__ = ('a', 'b')
class L(list): pass
class I(int): pass
class E(Exception): pass
def per(make, n=300):
    l = [None] * n
    a = sys.getallocatedblocks()
    for i in range(n): l[i] = make()
    return round((sys.getallocatedblocks() - a) / n, 1)
for f in (P, Q, S, L, I, E, object):
    per(f, 150)
    print(f.__name__, per(f))
def withdict():
    q = Q(); q.__dict__
    return q
def many():
    q = P()
    for i in range(40): setattr(q, 'a%d' % i, i)
    return q
per(withdict, 150); print(per(withdict))
per(many, 100); print(per(many, 50))
#: blocks_of_functions
import sys, gc
gc.disable()
def per(make, n=200):
    l = [None] * n
    a = sys.getallocatedblocks()
    for i in range(n): l[i] = make()
    return round((sys.getallocatedblocks() - a) / n, 1)
def outer(x): return lambda: x
def gen(): yield 1
class C:
    def m(self): pass
c = C()
for f in (lambda: (lambda: 0), lambda: outer(1), gen, lambda: c.m, lambda: [].append, lambda: slice(1, 2, 3), lambda: range(5), lambda: iter([]), lambda: iter({}), lambda: zip(), lambda: enumerate([]), lambda: property(), lambda: super(C, c)):
    per(f, 120)
    print(per(f))
#: growing_list_moves
l = []
homes = []
sizes = []
import sys
for i in range(200):
    l.append(i)
    s = sys.getsizeof(l)
    if not sizes or sizes[-1] != s: sizes.append(s)
print(sizes)
while l:
    l.pop()
    s = sys.getsizeof(l)
    if sizes[-1] != s: sizes.append(s)
print(sizes[-8:])
#: allocated_blocks_balance
import sys, gc
gc.disable()
def work():
    d = {str(i): [i] * (i % 40) for i in range(300)}
    s = set(d)
    t = [tuple(v) for v in d.values()]
    return len(d) + len(s) + len(t)
work(); work()
gc.collect()
a = sys.getallocatedblocks()
for _ in range(5): work()
gc.collect()
print(abs(sys.getallocatedblocks() - a) < 10)
#: getsizeof_of_blocks
import sys
print([sys.getsizeof(o) for o in (bytes(0), bytes(1), bytes(100), '', 'a', 'é', '€', '\U0001f600', 'ab', 'éé', '€€', '\U0001f600' * 2)])
print([sys.getsizeof(2 ** n) for n in (0, 29, 30, 31, 59, 60, 61, 89, 90, 119, 120, 1000)], sys.getsizeof(0), sys.getsizeof(-1))
#: malloc_stats_lines
import sys
print(hasattr(sys, '_debugmallocstats'), sys._debugmallocstats.__name__)
try: sys._debugmallocstats(1)
except TypeError as e: print(e)
#: free_list_before_pymalloc
import sys, gc
gc.disable(); gc.collect()
keep = [float(i) + 0.5 for i in range(300)]
l = [float(i) + 0.5 for i in range(300)]
a = sys.getallocatedblocks()
del l[100:]
b = sys.getallocatedblocks()
print(a - b)
del l
c = sys.getallocatedblocks()
print(b - c > 90)
#: tuple_free_lists
import sys, gc
gc.disable(); gc.collect()
def cycle(n, k):
    l = [tuple([i] * n) for i in range(k)]
    a = sys.getallocatedblocks()
    del l
    return a - sys.getallocatedblocks()
for n in (1, 2, 5, 19, 20, 21):
    cycle(n, 50)
    print(n, cycle(n, 50))
#: dict_free_lists
import sys, gc
gc.disable(); gc.collect()
def cycle(make, k):
    l = [make(i) for i in range(k)]
    a = sys.getallocatedblocks()
    del l
    return a - sys.getallocatedblocks()
for f in (lambda i: {}, lambda i: {i: i}, lambda i: [i], lambda i: dict.fromkeys(range(20)), lambda i: {i}, lambda i: slice(i), lambda i: range(i)):
    cycle(f, 300)
    print(cycle(f, 300))
#: arenas_come_and_go
import sys
l = [bytes(450) for _ in range(20000)]
n = sys.getallocatedblocks()
del l
print(n - sys.getallocatedblocks() >= 19999)
m = [bytes(450) for _ in range(20000)]
print(sys.getallocatedblocks() - n < 50)
#: large_requests_are_no_blocks
import sys, gc
gc.disable()
def d(f):
    f()
    a = sys.getallocatedblocks()
    k = f()
    return sys.getallocatedblocks() - a
z = d(lambda: None)
print([d(f) - z for f in (lambda: bytes(10 ** 6), lambda: [0] * 10 ** 5, lambda: 'x' * 10 ** 6, lambda: bytearray(10 ** 5), lambda: {i: i for i in range(10)} and 0, lambda: (0,) * 1000)])
#: realloc_in_place
b = bytearray(10)
import sys
sizes = []
for i in range(100):
    b.append(1)
    if not sizes or sizes[-1] != sys.getsizeof(b): sizes.append(sys.getsizeof(b))
print(sizes)
s = 'a' * len('abcdefghij')
i = id(s)
moved = 0
for k in range(60):
    s += 'x'
    if id(s) != i: moved += 1; i = id(s)
print(moved)
#: id_after_free_in_loop
print(len({id(object()) for _ in range(50)}), len({id([]) for _ in range(50)}), len({id({}) for _ in range(50)}), len({id((i, i)) for i in range(50)}), len({id(str(i + 1000)) for i in range(50)}))
class C: pass
print(len({id(C()) for _ in range(50)}), len({id(lambda: 0) for _ in range(50)}), len({id(bytes(n + 20)) for n in range(10)}))
#: memory_error
for f in (lambda: [0] * (2 ** 62), lambda: 'x' * (2 ** 62), lambda: bytes(2 ** 62), lambda: bytearray(2 ** 62), lambda: (0,) * 2 ** 61, lambda: [0] * 2 ** 63):
    try: f()
    except (MemoryError, OverflowError) as e: print(type(e).__name__, e)
#: blocks_of_classes
import sys, gc
gc.disable()
def make():
    class A: pass
    return A
def with_base(base):
    class B(base):
        x = 1
        def f(self): pass
    return B
def slotted():
    class S: __slots__ = 'a', 'b'
    return S
def meta():
    class M(metaclass=type): pass
    return M
def called(): return type('T', (), {'x': 1})
base = make()
def count(f):
    a = b = c = d = 0
    got = []
    for i in range(4):
        gc.collect()
        a = sys.getallocatedblocks()
        A = f()
        b = sys.getallocatedblocks()
        del A
        c = sys.getallocatedblocks()
        gc.collect()
        d = sys.getallocatedblocks()
        got.append((b - a, c - b, d - c))
    return got[2:]
for n, f in dict(make=make, base=lambda: with_base(base), slotted=slotted, meta=meta, called=called).items():
    print(n, count(f))
