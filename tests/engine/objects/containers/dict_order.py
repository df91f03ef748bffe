import sys


class K:
    log = []

    def __init__(self, v, h):
        self.v = v
        self.h = h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        K.log.append((self.v, getattr(other, "v", other)))
        return isinstance(other, K) and self.v == other.v

    def __repr__(self):
        return "K%d" % self.v


def rand(seed):
    while True:
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed >> 8


for mod in (1, 3, 8, 1000):
    g = rand(mod)
    d = {}
    K.log = []
    for i in range(200):
        v = next(g) % 60
        op = next(g) % 5
        key = K(v, v % mod * (1 if mod < 1000 else 2**59 + 7))
        if op < 3:
            d[key] = i
        elif op == 3:
            d.pop(key, None)
        else:
            d.get(key)
    print(mod, len(d), sys.getsizeof(d), len(K.log), K.log[-5:], list(d.items())[:8], K.log[:3])

g = rand(5)
d = {}
sizes = []
for i in range(3000):
    k = next(g) % 500
    if next(g) % 3:
        d[k] = i
    elif k in d:
        del d[k]
    sizes.append(sys.getsizeof(d))
print(len(d), sum(sizes), sizes[-1], list(d)[:20], list(d.values())[-5:], list(reversed(d))[:5])

names = ["n%d" % (i * 7919 % 1000) for i in range(300)]
d = {}
for i, n in enumerate(names):
    d[n] = i
    if i % 3 == 0:
        del d[names[i // 2] if names[i // 2] in d else n]
print(len(d), sys.getsizeof(d), list(d)[:10], d.popitem(), d.popitem(), sys.getsizeof(d))
d[1] = 1
print(sys.getsizeof(d), len(d), d["n14"] if "n14" in d else None)
c = d.copy()
print(sys.getsizeof(c), c == d, sys.getsizeof({**d}), sys.getsizeof(dict(d)), sys.getsizeof(d | {}), sys.getsizeof({} | d))
for k in list(c)[:250]:
    if k in c:
        del c[k]
print(len(c), sys.getsizeof(c), sys.getsizeof(c.copy()), sys.getsizeof(dict(c)), sys.getsizeof(dict(list(c.items()))))
for n in (0, 1, 2, 5, 6, 10, 11, 21, 22, 42, 43, 85, 86, 170, 171):
    ints = {i: i for i in range(n)}
    strs = {str(i): i for i in range(n)}
    made = [ints, strs, dict(ints), dict(strs), dict.fromkeys(ints), dict.fromkeys(strs), dict.fromkeys(set(range(n))), dict.fromkeys(list(strs)), dict(strs.items()), ints | ints, ints | strs, strs | ints, strs | {"zz": 1}]
    e = {}
    e.update(strs)
    f = {"a": 1}
    f.update(ints)
    h = dict(strs, zz=4)
    made += [e, f, h, dict(zip(strs, ints)), {**strs, **ints}]
    ints.clear()
    made.append(ints)
    print(n, *[sys.getsizeof(x) for x in made])

d = {"a": 1, "b": 2, "c": 3}
d["a"] = 9
del d["b"]
d["b"] = 4
print(d, d.setdefault("z", 5), d.setdefault("a", 6), d, d.pop("z"), d)
print({True: 1, 1: 2, 1.0: 3}, {1: "a", 1.5: "b", "1": "c", (1,): "d", None: "e", frozenset(): "f"})
print(d == {"c": 3, "a": 9, "b": 4}, d == {"c": 3}, d != {}, {1: [1]} == {1: [1]}, {1: 2} == 5)


class Mutates:
    def __init__(self, d):
        self.d = d

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.d.clear()
        return False


d = {}
d[Mutates(d)] = 1
d[Mutates(d)] = 2
print(len(d))


class Bad:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("bad eq")


d = {Bad(): 1}
for f in (lambda: d[1], lambda: d.get(1), lambda: 1 in d, lambda: d.pop(1), lambda: d.setdefault(1, 2), lambda: d.update({1: 2}), lambda: d.__delitem__(1), lambda: d.__setitem__(1, 1), lambda: d == {Bad(): 1}):
    try:
        print(f())
    except ValueError as e:
        print("ValueError", e)


class M:
    def keys(self):
        return ["x", "y"]

    def __getitem__(self, k):
        return k * 2


print(dict(M()), dict(M(), q=1), {**M()}, {1: 2} | dict(M()))


class D(dict):
    def __missing__(self, key):
        return "missing %r" % (key,)


x = D(a=1)
print(x["a"], x["b"], x.get("b"), "b" in x, D.fromkeys("ab", 1), type(D.fromkeys("ab")), type(x.copy()), x)


class E(dict):
    def __init__(self, *a, **k):
        self.seen = (a, sorted(k))
        super().__init__(*a, **k)

    def __setitem__(self, k, v):
        super().__setitem__(k, ("set", v))


e = E({1: 2}, z=3)
e["k"] = 1
e.update(j=2)
print(e, e.seen, E.fromkeys([1, 2], 0), dict(e), {**e}, e | {"m": 1})
