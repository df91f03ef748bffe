import sys


class A:
    pass


def sizes(n, attrs):
    class C:
        pass

    out = []
    for i in range(n):
        c = C()
        for k in range(attrs):
            setattr(c, "a%d" % k, k)
        out.append(sys.getsizeof(c.__dict__))
    return out


for attrs in (0, 1, 2, 5, 10, 29, 30, 31):
    print(attrs, sizes(35, attrs))
a = A()
a.x = 1
a.y = 2
d = a.__dict__
print(d, d is a.__dict__, sys.getrefcount(d))
a.z = 3
print(d, len(d), list(d), d["z"])
d["w"] = 4
print(a.w, a.__dict__)
del a.x
print(d, hasattr(a, "x"))
a.x = 10
print(d, list(d.items()), list(reversed(d)))
d[5] = "five"
print(a.__dict__, a.y, sys.getsizeof(d))
a.q = 1
print(d["q"], a.__dict__)
b = A()
b.y = "b"
e = b.__dict__
del b
print(e, sys.getsizeof(e))
e["more"] = 1
print(e)
c = A()
c.one = 1
old = c.__dict__
c.__dict__ = {"two": 2}
print(old, c.two, hasattr(c, "one"), c.__dict__)
c.three = 3
print(c.__dict__, vars(c) is c.__dict__)
del c.__dict__
print(c.__dict__)
c.four = 4
print(c.__dict__, c.four)
d1 = A()
d1.p = 1
d1.__dict__.clear()
print(d1.__dict__, hasattr(d1, "p"))
d1.p = 2
d1.r = 3
print(d1.__dict__, d1.__dict__.copy(), d1.__dict__.popitem(), d1.__dict__)
f = A()
f.p = 1
f.r = 2
g = f.__dict__.copy()
g["n"] = 1
print(f.__dict__, g, sys.getsizeof(f.__dict__.copy()))
f.__dict__.update({"u": 1, "v": 2})
print(f.u, f.__dict__)
for name in ("nope", "p"):
    try:
        delattr(f, name)
        delattr(f, name)
    except AttributeError as e:
        print(e)
h = A()
for i in range(40):
    setattr(h, "at%d" % i, i)
print(len(h.__dict__), h.at0, h.at39, list(h.__dict__)[:3], sys.getsizeof(h.__dict__))
del h.at5
h.at5 = 55
print(list(h.__dict__)[-2:])


class P:
    def __init__(self, flip):
        if flip:
            self.a = 1
            self.b = 2
        else:
            self.b = 2
            self.a = 1


print(P(True).__dict__, P(False).__dict__, list(P(False).__dict__))


class L(list):
    pass


l = L([1])
l.attr = 5
print(l.__dict__, sys.getsizeof(l.__dict__), l, sys.getsizeof(l))
l.__dict__["other"] = 6
print(l.other, l.__dict__)
m = L()
print(sys.getsizeof(m.__dict__), m.__dict__)


class S:
    __slots__ = ("x", "__dict__")


s = S()
s.x = 1
s.y = 2
print(s.__dict__, sys.getsizeof(s), sys.getsizeof(s.__dict__))


class Sub(A):
    pass


t = Sub()
t.x = 1
print(t.__dict__, sys.getsizeof(t), sys.getsizeof(t.__dict__))
t.__class__ = A
print(type(t).__name__, t.x, t.__dict__)
t.y = 5
print(t.__dict__)
u = A()
u.self = u
print(u.__dict__ is u.self.__dict__, list(u.__dict__))
try:
    u.__dict__ = 5
except TypeError as e:
    print(e)
k = "dyn" + "amic"
setattr(u, k, 1)
print(getattr(u, "dynamic"), sys.getrefcount(u) > 1)
