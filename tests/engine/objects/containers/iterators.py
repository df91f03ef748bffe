l = [1, 2, 3]
it = iter(l)
print(next(it), it.__length_hint__(), it.__reduce__()[1:], list(it), it.__length_hint__(), it.__reduce__()[1:])
it = iter(l)
next(it)
l.append(4)
print(list(it))
l.append(5)
print(list(it))
it = iter(l)
it.__setstate__(3)
print(list(it), it.__setstate__(1))
for l2 in (l, tuple(l)):
    it = iter(l2)
    it.__setstate__(-5)
    print(list(it), it.__length_hint__())
it = iter(l)
it.__setstate__(500)
print(list(it))
it = reversed(l)
print(next(it), it.__length_hint__(), it.__reduce__()[1:])
l.clear()
print(list(it), it.__length_hint__(), it.__reduce__()[1:])
it = iter((1, 2, 3))
print(next(it), it.__length_hint__(), it.__reduce__()[1:], list(it), it.__reduce__()[1:])
l = [1, 2, 3, 4]
for x in l:
    if x < 3:
        l.remove(x)
    print(x, l)


class G:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


print(list(G()), list(iter(G())), 4 in G(), tuple(G()))


class GL(G):
    def __len__(self):
        return 2


it = iter(GL())
print(it.__length_hint__(), next(it), next(it), next(it), it.__length_hint__(), it.__reduce__()[2:])


class Boom:
    def __getitem__(self, i):
        raise KeyError(i)


try:
    list(Boom())
except KeyError as e:
    print(repr(e))
n = 0


def count():
    global n
    n += 1
    if n > 20:
        raise StopIteration
    return n


it = iter(count, 5)
print(list(it), list(it), it.__reduce__()[1:])
it = iter(count, -1)
print(sum(it), n)
d = {1: "a", 2: "b", 3: "c"}
for make in (iter, lambda d: iter(d.values()), lambda d: iter(d.items()), reversed, lambda d: reversed(d.values()), lambda d: reversed(d.items())):
    it = make(d)
    print(type(it).__name__, next(it), it.__length_hint__(), it.__reduce__()[1:], list(it), it.__length_hint__())
for change in (lambda d: d.pop(1), lambda d: d.update({9: 9}), lambda d: d.clear(), lambda d: (d.pop(2), d.update({7: 7}))):
    for make in (iter, lambda d: iter(d.items()), reversed):
        d = {1: "a", 2: "b", 3: "c"}
        it = make(d)
        got = [next(it)]
        change(d)
        for _ in range(2):
            try:
                got.append(list(it))
            except RuntimeError as e:
                got.append(str(e))
        print(got, it.__length_hint__())
s = {1, 2, 3}
it = iter(s)
print(next(it), it.__length_hint__(), it.__reduce__()[1:], type(it).__name__)
s.add(4)
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
d = dict(a=1, b=2)
try:
    for k in d:
        d[k + k] = 1
except RuntimeError as e:
    print(e, d)
d = {"a": 1}
for k in d:
    d[k] = 5
print(d)
v = d.keys()
d["z"] = 1
print(v, len(v), "z" in v, v.mapping["z"], list(reversed(v)), v == {"a", "z"}, v >= {"a"}, v < {"a"}, v.isdisjoint("q"))
print(d.items() & {("a", 5)}, d.items() | [1], d.items() ^ {"b": 1}.items(), d.items() ^ {"a": 5, "c": 1}.items(), d.keys() - "a", "az" - d.keys() if False else sorted(set("azb") - d.keys()))
print(("a", 5) in d.items(), ("a", 6) in d.items(), "a" in d.items(), 5 in d.values(), [1] == d.values(), d.items() == {("a", 5), ("z", 1)}, d.keys() & d.keys() == d.keys())
e = {}
e["me"] = e.values()
print(e)
f = {}
f["items"] = f.items()
print(f, repr(f.items()))
x = []
y = [x, x]
x.append(y)
print(x, y)
t = ([], {})
t[0].append(t)
t[1]["t"] = t
print(t)
deep = []
for _ in range(100000):
    deep = [deep]
try:
    repr(deep)
except RecursionError as e:
    print("RecursionError", str(e)[:32])
a, b = [], []
for _ in range(100000):
    a, b = [a], [b]
try:
    a == b
except RecursionError as e:
    print("RecursionError", e)
del deep, a, b
