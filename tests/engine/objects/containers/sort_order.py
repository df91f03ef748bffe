class Key:
    log = []
    limit = None

    def __init__(self, v, tag=0):
        self.v = v
        self.tag = tag

    def __lt__(self, other):
        Key.log.append((self.v, other.v))
        if Key.limit is not None and len(Key.log) >= Key.limit:
            raise RuntimeError("enough")
        return self.v < other.v


def rand(seed):
    while True:
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed >> 8


def digest(pairs):
    h = 7
    for a, b in pairs:
        h = (h * 31 + a * 17 + b) % 1000000007
    return h


def run(name, values, **kw):
    Key.log = []
    items = [Key(v, i) for i, v in enumerate(values)]
    items.sort(**kw)
    tags = 0
    for x in items:
        tags = (tags * 31 + x.tag) % 1000000007
    print(name, len(values), len(Key.log), digest(Key.log), tags)


def patterns(n):
    g = rand(n + 1)
    yield "random", [next(g) % 1000 for _ in range(n)]
    yield "few", [next(g) % 4 for _ in range(n)]
    yield "up", list(range(n))
    yield "down", list(range(n, 0, -1))
    yield "equal", [5] * n
    yield "steps down", [-(i // 3) for i in range(n)]
    yield "saw", [i % 10 for i in range(n)]
    yield "halves", list(range(0, n, 2)) + list(range(1, n, 2))
    yield "last", list(range(n)) + [n // 2]
    yield "swaps", [i ^ 1 for i in range(n)]
    yield "blocks", [(i // 40) * 3 % 7 * 100 + i % 40 for i in range(n)]
    yield "organ", list(range(n // 2)) + list(range(n // 2, 0, -1))


for n in (0, 1, 2, 3, 5, 8, 17, 31, 63, 64, 65, 100, 127, 128, 200, 333, 700):
    for name, values in patterns(n):
        run(name, values)
        run(name + " reversed", values, reverse=True)
        if n < 130:
            run(name + " keyed", values, key=lambda x: Key(-x.v, x.tag))

for limit in (1, 5, 50, 300):
    Key.log = []
    Key.limit = limit
    g = rand(limit)
    items = [Key(next(g) % 100, i) for i in range(150)]
    try:
        items.sort()
    except RuntimeError as e:
        print("stopped", e, sorted(x.tag for x in items) == list(range(150)), digest([(x.v, x.tag) for x in items]))
Key.limit = None


class Liar:
    n = 0

    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        Liar.n += 1
        return Liar.n * 7919 % 13 < 6


liars = [Liar(i) for i in range(300)]
liars.sort()
h = 0
for x in liars:
    h = (h * 31 + x.v) % 1000000007
print("liars", Liar.n, h)

l = [3, 1, 2]


def evil(x):
    l.append(x)
    return x


try:
    l.sort(key=evil)
except ValueError as e:
    print(e, l)


class Clears:
    def __lt__(self, other):
        l2.clear()
        return False


l2 = [Clears(), Clears()]
try:
    l2.sort()
except ValueError as e:
    print(e, len(l2))


def fail(x):
    if x == 2:
        raise KeyError(x)
    return x


l3 = [3, 2, 1]
try:
    l3.sort(key=fail)
except KeyError as e:
    print(repr(e), l3)
print(sorted("the quick brown fox jumps".split(), key=len), sorted([3, 1.5, True, -2, 10**30, 0.0]))
print(sorted([(2, "b"), (1, "z"), (2, "a"), (1, "a"), ()]), sorted([(1, 2), (1,), (0, 5, 9)], reverse=True))
print(sorted([float("nan"), 3.0, 1.0, 2.0]), sorted(["é", "z", "a", "中", "Z"]), sorted([[2], [1, 5], [1]], key=lambda x: x[0]))
for bad in ([1, "a"], [None, None], [1, 2j], [(1, "a"), (1, 2)], [{}, {}]):
    try:
        print(sorted(bad))
    except TypeError as e:
        print(e)
print(sorted([1, 2, 3], reverse=1), sorted([], key=5), [5].sort(key=lambda x: 1))
