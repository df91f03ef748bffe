import sys


def rand(seed):
    while True:
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed >> 8


g = rand(3)
s = set()
sizes = []
for i in range(2000):
    k = next(g) % 400
    if next(g) % 3:
        s.add(k)
    else:
        s.discard(k)
    sizes.append(sys.getsizeof(s))
print(len(s), sum(sizes), list(s)[:30])
words = ["w%d" % (i * 7919 % 1000) for i in range(60)]
w = set(words)
print(list(w)[:20], sys.getsizeof(w))
print(list(set(words[:5])), list(frozenset(words[:7])), {*words[:3]})
popped = [w.pop() for _ in range(10)]
print(popped, len(w), sys.getsizeof(w))
w.update("abcdef")
print(list(w)[:10])
a = set(range(0, 200, 3))
b = set(range(0, 200, 5))
for name in ("__or__", "__and__", "__sub__", "__xor__", "union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint", "__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"):
    r = getattr(a, name)(b)
    r2 = getattr(frozenset(b), name)(a)
    print(name, list(r)[:12] if isinstance(r, (set, frozenset)) else r, sys.getsizeof(r), list(r2)[-5:] if isinstance(r2, (set, frozenset)) else r2, type(r2).__name__)
for name in ("update", "intersection_update", "difference_update", "symmetric_difference_update"):
    for other in (b, list(b), dict.fromkeys(b), iter(sorted(b)), set(), a):
        c = set(a)
        r = getattr(c, name)(other)
        print(name, type(other).__name__, r, len(c), sys.getsizeof(c), list(c)[:5])
c = set(a)
c |= b
c &= set(range(100))
c -= {1, 2, 3, 5}
c ^= frozenset({7, 9, 1000})
print(sorted(c), sys.getsizeof(c))
big = set(range(100000))
small = {5, 99999, -1}
print(len(big & small), len(big - small), len(small - big), big > {1}, sys.getsizeof(big), sys.getsizeof(set(big)), sys.getsizeof(big | {1}))
small -= big
print(small)
big.clear()
print(big, sys.getsizeof(big))
for n in range(0, 30):
    print(n, sys.getsizeof(set(range(n))), sys.getsizeof(set(list(range(n)))), sys.getsizeof({*range(n)}), sys.getsizeof(frozenset(range(n))), sys.getsizeof(set(dict.fromkeys(range(n)))), sys.getsizeof(set(range(n)) | set(range(n, 2 * n))))


class H:
    log = 0

    def __init__(self, v, h):
        self.v = v
        self.h = h

    def __hash__(self):
        return self.h

    def __eq__(self, o):
        H.log += 1
        return isinstance(o, H) and self.v == o.v

    def __repr__(self):
        return "H%d" % self.v


for mod in (1, 4, 16):
    H.log = 0
    s = set()
    for i in range(50):
        s.add(H(i * 7 % 31, i * 7 % 31 % mod))
    before = H.log
    for i in range(40):
        s.discard(H(i, i % mod))
        H(i, i % mod) in s
    print(mod, before, H.log, list(s)[:5], len(s))
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset("abc")), hash(frozenset([frozenset([1]), frozenset([2])])))
f = frozenset(range(50))
print(hash(f) == hash(frozenset(range(49, -1, -1))), hash(f), hash(frozenset([-1, -2, 2**61 - 1, 2**64])))
print(hash(()), hash((1,)), hash((1, "a", None, 1.5)), hash(((1, 2), (3, (4,)))), hash((-1, -2, 2**70)), hash(tuple(range(100))))
print({frozenset([1]): 2}[frozenset([1])], {1} in {frozenset([1])}, frozenset([1]) == {1})
x = {frozenset([1, 2])}
x.remove({1, 2})
print(x, set([1, 2]) == {2, 1}, {1, 2} <= {1, 2, 3}, {1} < {1}, {1}.issubset((1, 2)), {1, 2}.issuperset([3]))
print(frozenset([1]) is frozenset(frozenset([1])), frozenset(f) is f, f.copy() is f, f.union() is f, set(f) == f)
