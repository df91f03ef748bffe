import sys


def room(l):
    return (sys.getsizeof(l) - 56) // 8


for n in list(range(0, 40)) + [100, 127, 128, 1000]:
    r = range(n)
    a = []
    a.extend(list(r))
    d = dict.fromkeys(r)
    h = [9, 9, 9]
    h.extend(tuple(r))
    i = [9, 9, 9]
    i.extend({*r})
    j = [9, 9, 9]
    j.extend(d.items())
    k = [9, 9, 9]
    k.extend(iter(list(r)))
    m = [9, 9, 9]
    m.extend(x for x in r)
    o = [1]
    o.clear()
    o.extend(tuple(r))
    p = []
    p += [1] * n
    q = [1]
    del q[:]
    q.extend(x for x in r)
    s = [1]
    s[1:] = [2] * n
    t = [1, 2, 3, 4, 5]
    t[1:3] = [0] * n
    u = list(r)
    for x in range(n // 3):
        u.pop()
    v = list(r)
    for x in range(n // 2):
        del v[0]
    w = list(r)
    del w[::2]
    y = [3] * 3
    y *= n
    z = list(r)
    z.insert(0, 5)
    made = [a, list({*r}), list(d), list(d.values()), list(d.items()), h, i, j, k, m, o, p, q, s, t, u, v, w, y, z]
    made += [[*r], [*(1, 2), *r], list(iter(list(r))), sorted(list(r)), [1] * n, [1] + [2] * n, list(r)[1:], list(r)[::2]]
    made += [list(map(int, r)), list(zip(r, r)), list(reversed(list(r))), list(r).copy(), [x for x in r], list(x for x in r)]
    print(n, *[room(l) for l in made])
