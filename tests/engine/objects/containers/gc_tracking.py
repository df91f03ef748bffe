import gc

gc.disable()
t = gc.is_tracked


class A:
    pass


a = A()
print(t([]), t({}), t({1: 2}), t({1: []}), t({"a": ()}), t({"a": a}), t(tuple([1, 2])), t(()), t(set()), t(frozenset()), t(a), t(a.__dict__), t(A), t(int), t(iter([])))
d = {}
d["x"] = 1
print(t(d))
d["y"] = tuple([1, 2])
print(t(d))
d["z"] = []
print(t(d))
del d["z"]
print(t(d))
gc.collect()
print(t(d))
d[tuple([1, 2])] = 3
print(t(d), t(d.copy()), t(dict(d)))
e = {1: 2}
f = {}
f.update(e)
print(t(f))
e[1] = a
f.update(e)
print(t(f), t({**e}), t(e.copy()), t(dict.fromkeys([1, 2])), t(dict.fromkeys([1], [])))
p = tuple([1, "a", None])
q = (1, [])
r = (p, tuple([2, 3]))
s = tuple([4, 5])
print(t(p), t(q), t(r), t(s), t((p, s)))
gc.collect()
print(t(p), t(q), t(r), t(s))
u = (s, q)
gc.collect()
print(t(u))
b = A()
b.x = 1
print(t(b.__dict__))
b.y = []
print(t(b.__dict__))
c = A()
c.x = []
print(t(c.__dict__))
print(t(dict()), t(dict(a=1)), t(dict([(1, [])])))


class D(dict):
    pass


class T(tuple):
    pass


print(t(D()), t(T()), t(T((1, 2))))
gc.collect()
x = T((1, 2))
y = D()
gc.collect()
print(t(x), t(y))
refs = gc.get_referents
print(refs([1, 2]), refs((3, "q")), refs({"a": 5, "b": 6}), refs({1: 5, "b": 6}), sorted(refs({1, 2})))
it = iter([7])
print(refs(it), refs(iter({"k": 8})), refs({"k": 9}.items()), [type(v).__name__ for v in refs(iter({"k": 8}.items()))])
b2 = A()
b2.m, b2.n = 1, 2
print(refs(b2) == [1, 2, A], [type(v).__name__ for v in refs(b2)])
b2.__dict__
print([type(v).__name__ for v in refs(b2)], refs(b2.__dict__))
b2.__dict__[5] = 1
print([type(v).__name__ for v in refs(b2)], sorted(map(str, refs(b2.__dict__))))
lst = [1]
lst.append(lst)
dd = {}
dd["d"] = dd
ss = A()
ss.me = ss
ss.__dict__["k"] = ss.__dict__
tt = ([],)
tt[0].append(tt)
st = {A()}
next(iter(st)).s = st
kv = {}
kv["v"] = kv.values()
li = []
li.append(iter(li))
ki = {}
ki["i"] = iter(ki.items())
mp = A()
mp.p = type(A.__dict__)({"mp": mp})
ci = A()
ci.it = iter(ci.__init__, ci)
gc.collect()
del lst, dd, ss, tt, st, kv, li, ki, mp, ci
print(gc.collect())
print(gc.collect(), gc.garbage)
