h = 0


def mix(x):
    global h
    h = (h * 31 + hash(str(x)) if False else h * 31 + sum(ord(c) * (i + 1) for i, c in enumerate(str(x)))) % 1000000007


bounds = [None, -12, -7, -3, -1, 0, 1, 2, 5, 6, 9, 100]
for start in bounds:
    for stop in bounds:
        for step in (None, 1, 2, 3, -1, -2, 7, -100):
            s = slice(start, stop, step)
            l = list(range(7))
            got = l[s]
            mix(got)
            mix(tuple(l)[s])
            m = l[:]
            del m[s]
            mix(m)
            m = l[:]
            m[s] = [9] * len(got)
            mix(m)
            m = l[:]
            try:
                m[s] = "xyz"
                mix(m)
            except ValueError as e:
                mix(e)
            m = l[:]
            try:
                m[s] = m
            except ValueError as e:
                mix(e)
            mix(m)
    print(start, h)
l = [0, 1, 2, 3]
l[1:1] = l
print(l)
l[2:4] = (x for x in "ab")
print(l)
l[10:] = [7]
l[:0] = (5, 6)
print(l)
l[-3:2] = "z"
print(l)
l[::] = []
print(l)


class Index:
    def __init__(self, l, v):
        self.l = l
        self.v = v

    def __index__(self):
        self.l.clear()
        return self.v


l = [1, 2, 3, 4]
print(l[0 : Index(l, 3)], l)
l = [1, 2, 3, 4]
try:
    print(l[Index(l, 3)])
except IndexError as e:
    print(e)
l = [1, 2, 3]
print(l[True], l[-1], l * -1, 2 * l, l + [4])
l += "ab"
l *= 2
print(l, l.index("a"), l.index("a", 4), l.count("b"), l.index(2, -100, 100))
for f in (lambda: l.index("a", 9), lambda: l.index("zz"), lambda: l.remove("zz"), lambda: l[99], lambda: l.pop(99)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
l = [[1], [2]]
m = l.copy()
m[0].append(5)
print(l, [1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [1, "a"] == [1, "a"], [float("nan")] == [float("nan")], (1, 2) <= (1, 2), (2,) > (1, 9))


class Eq:
    def __init__(self, l):
        self.l = l

    def __eq__(self, other):
        self.l.clear()
        return False


l = []
l += [Eq(l), 2, 3]
print(3 in l, l)
l = []
l += [Eq(l), 2, 3]
print(l.count(3), l)
l = []
l += [Eq(l), 2, 3]
try:
    l.remove(3)
except ValueError as e:
    print(e)
l = []
l += [Eq(l), 2, 3]
print(l == [1, 2, 3], l)


class MyList(list):
    def __init__(self, *a, extra=None):
        super().__init__(*a)
        self.extra = extra

    def append(self, x):
        super().append(("my", x))


m = MyList("ab", extra=5)
m.append(1)
print(m, m.extra, m[:2], type(m[:]).__name__, m + [1], type(m * 2).__name__, m == ["a", "b", ("my", 1)])


class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)


t = T(1, 2, 3)
t.x = 1
print(t, t[1:], type(t[1:]).__name__, t + (4,), hash(t) == hash((1, 2, 3)), t == (1, 2, 3), t.x, t.index(2), t.count(3), T())
