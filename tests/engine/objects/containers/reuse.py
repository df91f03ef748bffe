import sys


def same(make):
    a = make()
    i = id(a)
    del a
    b = make()
    return id(b) == i


print(same(lambda: []), same(lambda: {}), same(lambda: (1, [])), same(lambda: set()), same(lambda: iter([])))
a, b, c = [], [], []
ids = [id(a), id(b), id(c)]
del a, b, c
x, y, z = [], [], []
print([ids.index(id(v)) for v in (x, y, z)])
lists = [[] for _ in range(100)]
ids = [id(v) for v in lists]
while lists:
    lists.pop()
again = [[] for _ in range(100)]
print([ids.index(id(v)) for v in again[:5]])
d1, d2 = {"a": 1}, {"b": 2}
ids = [id(d1), id(d2)]
del d1, d2
e1, e2 = {}, {}
print([ids.index(id(v)) for v in (e1, e2)])
for n in (1, 2, 3, 10, 19, 20):
    t = tuple([None] * n)
    i = id(t)
    del t
    u = tuple([None] * n)
    print(n, id(u) == i)
p = (1, [])
ids = [id(p)]
del p
q = (2, [])
print(id(q) in ids)
it = iter({1: 2, 3: 4}.items())
first = next(it)
i = id(first)
second = next(it)
print(id(second) == i, first, second)
it = iter({1: 2, 3: 4}.items())
i = id(next(it))
print(id(next(it)) == i)
print(() is tuple([]), (1, 2)[:] is not None, ()[:] is (), [1][:] is not [1])
t = (1, 2, 3)
print(t[:] is t, t * 1 is t, t + () is t, () + t is t, tuple(t) is t, t[0:3] is t, t * 0 is ())
