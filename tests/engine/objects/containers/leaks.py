import sys


class K:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h

    def __eq__(self, other):
        return self is other


class Fails:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError

    def __lt__(self, other):
        raise ValueError

    def __iter__(self):
        yield [1]
        yield [2]
        raise KeyError

    def __repr__(self):
        raise OSError


class A:
    pass


class L(list):
    pass


def quiet(f):
    try:
        f()
    except Exception:
        pass


def lists():
    l = [[] for _ in range(50)]
    l[3:10] = [[1], [2]]
    l[::3] = [{} for _ in l[::3]]
    del l[::-2]
    l *= 3
    l += [(1, [])] * 7
    l.sort(key=id, reverse=True)
    l.insert(5, [9])
    l.remove([9])
    l.pop()
    l.pop(0)
    l.reverse()
    l.extend(x for x in l[:5])
    repr(l)
    m = l[:] + l * 2
    m == l, m < l, l in m, m.index(l[3]), m.count(l[2])
    l.append(l)
    repr(l)
    l.pop()
    tuple(m), tuple(x for x in m), list(reversed(m)), sorted(range(300), key=lambda x: [-x])
    iter(m).__reduce__()
    next(iter(m))


def list_errors():
    f = Fails()
    quiet(lambda: [1, f].sort())
    quiet(lambda: [[3], [1]].sort(key=lambda x: x.nope))
    quiet(lambda: list(f))
    quiet(lambda: tuple(f))
    quiet(lambda: [[]].extend(f))
    quiet(lambda: [[], f].index([1]))
    quiet(lambda: [[], f].remove([1]))
    quiet(lambda: [[], f].count(3))
    quiet(lambda: repr([[], f]))
    quiet(lambda: repr(([], f)))
    quiet(lambda: [[], f] == [[], 1])
    quiet(lambda: [[]].__setitem__(slice(0, 9, 2), [[], []]))
    quiet(lambda: [[]].__setitem__(slice(0, 9), f))
    quiet(lambda: [[]][5])
    quiet(lambda: [[]].pop([]))
    quiet(lambda: [].pop())


def dicts():
    d = {}
    for i in range(40):
        d["key%d" % i] = [i]
    for i in range(0, 40, 3):
        del d["key%d" % i]
    d[(1, 2)] = {}
    e = d.copy()
    e.update({i: [i] for i in range(50)})
    e.pop((1, 2))
    e.popitem()
    f = e | d
    f |= [("x", []), ([1][0], [])]
    dict.fromkeys(e, []), dict.fromkeys({1, 2}, []), dict(e, z=[])
    repr(f), list(f), list(f.items()), f == e, f == f.copy()
    f.setdefault("new", [])
    f.keys() & e.keys(), f.keys() - e.keys(), {1: 2}.items() ^ {1: 3}.items(), f.keys() | [5]
    list(reversed(f.items()))
    iter(f).__reduce__()
    f["self"] = f
    repr(f)
    f.clear()
    k = {K(i % 3): [i] for i in range(30)}
    for x in list(k):
        k.pop(x)


def dict_errors():
    f = Fails()
    d = {f: [1], "a": []}
    quiet(lambda: d[1])
    quiet(lambda: d.update({1: []}))
    quiet(lambda: d.__setitem__(1, []))
    quiet(lambda: d.setdefault(1, []))
    quiet(lambda: d.pop(1))
    quiet(lambda: d == {Fails(): 1, "a": []})
    quiet(lambda: repr(d))
    quiet(lambda: {[]: []})
    quiet(lambda: dict(f))
    quiet(lambda: dict([([], [])]))
    quiet(lambda: dict([([],)]))
    quiet(lambda: dict([[1, []], 5]))
    quiet(lambda: {}["a" + "b"])
    quiet(lambda: {}[(1, [][:0] == [])])
    quiet(lambda: dict.fromkeys([[]], []))
    quiet(lambda: d | 5)
    quiet(lambda: {**d, **{1: []}})
    quiet(lambda: [d.update(q=[]) for k in d])


def sets():
    s = {(i, i) for i in range(60)}
    t = {(i, i) for i in range(30, 90)}
    s | t, s & t, s - t, s ^ t, s <= t, s.isdisjoint(t), s.union([(1,)], {(2,): 1}), s.intersection([(40, 40)], t)
    s.update(t, [(5, 5), (7,)])
    s.difference_update(t)
    s.symmetric_difference_update(list(t))
    s.intersection_update(t)
    s &= t
    s ^= {(1, 1)}
    s -= t
    s |= {(0,)}
    frozenset(t), hash(frozenset(t)), {frozenset(t): 1}, {1} in {frozenset([1])}
    while t:
        t.pop()
    s.clear()
    repr({(1, 2), (3,)})
    small = {[1][0], "x" + str(1)}
    small.clear()
    iter({(1,)}).__reduce__()
    {(1,)}.__reduce__()


def set_errors():
    f = Fails()
    s = {f, (1,)}
    quiet(lambda: s.add(1))
    quiet(lambda: 1 in s)
    quiet(lambda: s.remove(1))
    quiet(lambda: s.remove((2,)))
    quiet(lambda: s.remove({(1,)}))
    quiet(lambda: s | {1})
    quiet(lambda: s ^ {1, (2,)})
    quiet(lambda: {1, (2,)} - s)
    quiet(lambda: {1, (2,)} & s)
    quiet(lambda: set(f))
    quiet(lambda: {(1,)}.update(f))
    quiet(lambda: {(1,)}.intersection(f))
    quiet(lambda: {(1,)}.issubset(f))
    quiet(lambda: {(1,)}.isdisjoint([[]]))
    quiet(lambda: repr({f}))
    quiet(lambda: set().pop())


def instances():
    a = A()
    a.x = []
    a.y = [1]
    d = a.__dict__
    d["z"] = [2]
    del a.x
    a.x = [3]
    a.__dict__ = {"q": []}
    d["more"] = []
    b = A()
    b.x = []
    e = b.__dict__
    e[5] = []
    b.w = []
    c = A()
    c.x = c
    c.x = None
    g = A()
    g.x = []
    g.__dict__.clear()
    h = A()
    h.y = []
    k = h.__dict__.copy()
    k["n"] = []
    del h
    m = L([[]])
    m.attr = []
    m.__dict__["o"] = []
    quiet(lambda: a.nope)
    quiet(lambda: delattr(a, "nope"))
    quiet(lambda: setattr(a, "__dict__", 5))


many = [type("C%d" % n, (), {}) for n in range(40)]


def instance_many():
    for n in (0, 5, 29, 31):
        c = many[n]()
        for i in range(n):
            setattr(c, "at%d" % i, [i])
        vars(c)


def views():
    d = {"a": [1]}
    v = d.keys(), d.values(), d.items()
    repr(v), v[0] == {"a"}, v[2] == 5, ("a", [1]) in v[2], v[0].mapping["a"], list(v[1])
    type.__dict__.get("nope"), type(v[0].mapping)({1: []}).copy()
    quiet(lambda: v[0].mapping["q"])
    it = iter(d.items())
    next(it)
    p = next(it, None)
    quiet(lambda: [d.pop("a") for _ in d])


for f in (lists, list_errors, dicts, dict_errors, sets, set_errors, instances, instance_many, views):
    for _ in range(20):
        f()
    before = sys.getallocatedblocks()
    for _ in range(40):
        f()
    print(f.__name__, sys.getallocatedblocks() - before < 20)
