"""What takes a memoryview for bytes, how it compares, and what cannot change its size meanwhile."""
import array


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def put(sequence, key, value):
    sequence[key] = value


m = memoryview(b"abc")
gaps = m[::2]
gone = memoryview(b"abc")
gone.release()
for view in m, gaps, gone:
    for take in (bytes, bytearray, lambda x: b"".join([x, b"-", x]), lambda x: b"<" + x, lambda x: bytearray(b"<") + x,
                 lambda x: b"abcabc".find(x), lambda x: x in b"abcd", lambda x: b"abc".startswith(x),
                 lambda x: b"%b!" % x, lambda x: str(x, "ascii"), lambda x: b"abcd".replace(x, b"X"),
                 lambda x: b"aabca".strip(x), lambda x: b"xabcx".split(x), lambda x: b"abc" == x, lambda x: x == b"ac",
                 lambda x: bytearray(b"abc") == x, lambda x: bytearray(b"ac") != x, lambda x: bytearray(b"b") < x,
                 lambda x: x < x, lambda x: x == x, lambda x: x != b"abc", lambda x: bytearray(b"x").extend(x),
                 lambda x: put(bytearray(b"xyz"), slice(1), x), lambda x: hash(x) == hash(bytes(x)),
                 lambda x: memoryview(x).tolist(), lambda x: x.obj, lambda x: x.nbytes, len, lambda x: x[0],
                 lambda x: x[0:1].tolist(), list, lambda x: x.tolist(), lambda x: x.hex(), lambda x: x.format,
                 lambda x: x.shape, lambda x: x.toreadonly().readonly, lambda x: x.cast("b").format,
                 lambda x: x.__enter__() is x, lambda x: repr(x)[:12], lambda x: put(x, 0, 1), lambda x: x + b""):
        show(lambda: take(view))
show(lambda: int(memoryview(b"12")))
show(lambda: int(memoryview(b"x2")))
show(lambda: int(memoryview(b"12"), 10))
show(lambda: float(memoryview(b"1.5")))
show(lambda: int.from_bytes(m, "big"))
show(lambda: hash(memoryview(bytearray(b"a"))))
show(lambda: hash(memoryview(bytearray(b"a")).toreadonly()))
show(lambda: hash(memoryview(b"abcd").cast("i")))
show(lambda: hash(memoryview(b"abcd").cast("c")) == hash(b"abcd"))

b = bytearray(b"abcdef")
v = memoryview(b)
for change in (lambda: b.append(1), lambda: b.extend(b"x"), lambda: b.extend(b""), lambda: b.pop(), lambda: b.clear(),
               lambda: b.insert(0, 1), lambda: b.remove(97), lambda: b.__iadd__(b"x"), lambda: b.__imul__(2),
               lambda: b.__delitem__(0), lambda: put(b, slice(0, 2), b"xyz"), lambda: put(b, slice(0, 2), b"xy"),
               lambda: put(b, 0, 65), lambda: b.reverse(), lambda: b.__init__(b"")):
    show(change)
    print(b, v.tobytes())
v.release()
b.append(33)
print(b)

a = array.array("i", [1, 2, 3])
v = memoryview(a)
for change in (lambda: a.append(1), lambda: a.pop(), lambda: a.extend([]), lambda: a.extend([1]),
               lambda: a.insert(0, 1), lambda: a.remove(2), lambda: put(a, slice(0, 1), array.array("i", [7, 8])),
               lambda: put(a, 0, 9), lambda: a.__imul__(2), lambda: a.frombytes(b"abcd"), lambda: a.fromlist([1]),
               lambda: a.__delitem__(0), lambda: a.reverse()):
    show(change)
    print(a, v.tolist())
show(lambda: (bytes(a), bytearray(a), b"".join([a]), b"" + a, v.hex(":")))
show(lambda: (v == a, a == v, v == array.array("l", a), v == bytes(a), v.cast("B") == bytes(a)))
show(lambda: (bytearray(b"") == array.array("i"), v == array.array("i", [1, 2])))
with v:
    show(lambda: v[0])
show(lambda: v[0])
a.append(4)
print(a)
nan = memoryview(array.array("d", [1.5, float("nan")]))
show(lambda: (nan == nan, nan[:1] == array.array("f", [1.5]), nan.tolist()))
show(lambda: (memoryview(array.array("b", [1])) == memoryview(b"\1"), memoryview(b"a") == "a", memoryview(b"") == b""))
