"""Items, parts and casts, and what is said of wrong ones."""
import array


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def put(view, key, value):
    view[key] = value


def drop(view, key):
    del view[key]


def facts(v):
    return (v.format, v.itemsize, v.nbytes, v.ndim, v.shape, v.strides, v.suboffsets,
            v.readonly, v.contiguous, v.c_contiguous, v.f_contiguous, len(v))


m = memoryview(b"abc")
v = memoryview(bytearray(b"abcdef"))
ints = memoryview(array.array("i", [1, -2, 3]))
grid = memoryview(bytes(range(12))).cast("B", [3, 4])
q = memoryview(bytearray(range(8)))
for view in m, v, ints, grid, ints[::-1], v[1:5:2], v[4:2], q.cast("d"):
    print(facts(view), view.tolist(), view.tobytes())
for key in 0, -1, 3, -4, "a", 1.5, (1,), (1, 2), slice(0, 2), slice(None, None, -2), (slice(1), slice(2)), ...:
    show(lambda: m[key] if not isinstance(key, slice) else m[key].tolist())
for key in (1, 2), (-1, -1), (3, 0), (0, 4), 0, (0,), (0, 0, 0), (slice(1), slice(1)), "x":
    show(lambda: grid[key])
for key, value in ((0, 65), (0, 256), (0, -1), (0, "a"), (0, 1.0), (9, 1), ("a", 1), ((1, 2), 1), ((1,), 66),
                   (slice(0, 2), b"xy"), (slice(0, 2), b"xyz"), (slice(0, 2), 1), (slice(0, 2), [1, 2]),
                   (slice(0, 2), array.array("h", [1, 2])), (slice(None, None, 2), b"135"),
                   (slice(1, 6), v[0:5]), (slice(None, None, -1), v)):
    show(lambda: put(v, key, value))
    print(v.tobytes())
show(lambda: put(m, 0, 1))
show(lambda: drop(v, 0))
show(lambda: drop(m, 0))
for format in "bBchHiIlLqQnNfdP?":
    show(lambda: (facts(q.cast(format)), q.cast(format).tolist()))
for format in "e", "w", "@h", "@", "hh", "<i", "", "\u20ac", "@@i":
    show(lambda: (q.cast(format).format, q.cast(format).tolist()))
for format, value in (("c", b"z"), ("c", 1), ("c", b"zz"), ("?", [1]), ("q", -5), ("Q", -5), ("q", 2**63), ("h", 1.5),
                      ("f", 1e300), ("f", "x"), ("d", 10**400), ("d", 3), ("P", 7), ("b", -128), ("b", 128), ("B", True)):
    show(lambda: put(q.cast(format), 0, value))
    print(bytes(q))
for shape in [], [3], (3, 1), [1, 3], 3, ["a"], [0], [4], [1] * 65, [-3]:
    show(lambda: facts(m.cast("B", shape)) if shape else m.cast("B", shape))
one = memoryview(b"z").cast("B", [])
show(lambda: (one.ndim, one.shape, one.strides, one.tolist(), one[()], one[...] is one, one.tobytes()))
show(lambda: len(one))
show(lambda: one[0])
show(lambda: list(one))
show(lambda: list(grid))
show(lambda: m[::2].cast("b"))
show(lambda: m.cast("i"))
show(lambda: grid.cast("B", [4, 3]))
show(lambda: grid.cast("B").tolist())
show(lambda: ints.cast("f"))
show(lambda: grid.cast("i", [3]).tolist())
show(lambda: v[4:2].cast("B", [1]))
show(lambda: (grid.tobytes("F"), grid.tobytes("C"), grid.tobytes("A"), grid.tobytes(None)))
show(lambda: m.tobytes("X"))
show(lambda: (m.hex(), m.hex("-"), m.hex("-", 2), m[::2].hex()))
show(lambda: m.index(98))
show(lambda: m.index(1, 0, 2))
show(lambda: m.count(99))
show(lambda: memoryview())
show(lambda: memoryview(1))
show(lambda: memoryview("abc"))
show(lambda: memoryview(b"", b""))
show(lambda: memoryview(object=b"ab").nbytes)
show(lambda: type("X", (memoryview,), {}))
show(lambda: (type(iter(m)).__name__, list(m), list(reversed(m)), 98 in m, "x" in m))
show(lambda: m.nothing)
show(lambda: setattr(m, "obj", 1))
