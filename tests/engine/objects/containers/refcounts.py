import sys

rc = sys.getrefcount


class O:
    pass


o = O()
base = rc(o)


def delta():
    return rc(o) - base


l = [o, o]
print(delta())
l.append(o)
l.insert(0, o)
l.extend([o, o])
print(delta())
l[1:3] = [o]
print(delta())
l *= 2
print(delta())
m = l + l
print(delta())
n = l * 3
print(delta())
n[::2] = [None] * len(n[::2])
print(delta())
del n[1::2]
print(delta())
del m, n
print(delta())
l.pop()
l.remove(o)
del l[0]
print(delta())
l.reverse()
l.sort(key=lambda x: 1)
print(delta())
k = l[:]
k2 = l[::-1]
k3 = l.copy()
k4 = list(l)
k5 = tuple(l)
k6 = [*l]
print(delta())
del k, k2, k3, k4, k5, k6
l.clear()
print(delta())
d = {1: o, "a": o, o: o}
print(delta())
d[1] = None
d.update({2: o, 3: o})
print(delta())
e = d.copy()
f = dict(d)
g = {**d}
h = d | {9: o}
print(delta())
e.popitem()
f.pop(o)
g.clear()
del h["a"]
print(delta())
v = list(d.values())
w = list(d.items())
x = list(d)
print(delta())
del v, w, x, e, f, g, h
d.setdefault(7, o)
d.setdefault(7, o)
dict.fromkeys([1, 2, 3], o)
print(delta())
z = dict.fromkeys([1, 2, 3], o)
print(delta())
del d, z
print(delta())
s = {o}
s.add(o)
s |= {o, 1}
t = s | s
u = s & {o}
f = frozenset([o])
print(delta())
s.discard(o)
t.pop()
t.clear()
print(delta())
del s, t, u, f
print(delta())
a = (o, o)
b = a + a
c = a * 5
e = b[1:]
print(delta())
it = iter([o])
print(delta(), next(it) is o, delta(), next(it, None), delta())
it = iter((o, o))
next(it)
del it
print(delta())
it = {1: o}.items()
it2 = iter(it)
p = next(it2)
print(delta(), p == (1, o))
del p, it, it2, a, b, c, e
print(delta())
i = O()
i.x = o
i.y = o
print(delta())
dd = i.__dict__
print(delta())
del i
print(delta())
dd["z"] = o
print(delta())
del dd
print(delta())
try:
    [o].index(5)
except ValueError:
    pass
try:
    {o: 1}[5]
except KeyError:
    pass
try:
    sorted([o, o])
except TypeError:
    pass
print(delta())
