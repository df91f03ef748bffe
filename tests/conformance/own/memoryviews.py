#: attributes
m = memoryview(bytearray(b'abcdef'))
print(m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.contiguous, m.c_contiguous, m.f_contiguous, type(m.obj).__name__)
s = m[::2]
print(s.nbytes, s.shape, s.strides, s.contiguous, s.tolist(), bytes(s), len(s))
r = m[::-1]
print(r.strides, bytes(r), r[0], r[-1], r.tobytes())
print(memoryview(b'xyz').readonly, memoryview(b'').shape, memoryview(b'')[0:0].tolist())
#: errors
m = memoryview(bytearray(b'abc'))
for f in (lambda: memoryview(), lambda: memoryview(5), lambda: memoryview('s'), lambda: m[3], lambda: m[-4], lambda: m['x'], lambda: m[1.5], lambda: m[0, 0], lambda: m.__setitem__(0, 256), lambda: m.__setitem__(0, 'a'), lambda: m.__setitem__(0, -1), lambda: m.__setitem__(slice(0, 2), b'abc'), lambda: m.__delitem__(0), lambda: memoryview(b'a').__setitem__(0, 1), lambda: m.cast('Q'), lambda: m.cast('zz'), lambda: m.cast(5), lambda: m[::2].cast('b'), lambda: m < m, lambda: m + m, lambda: hash(m)):
    try: print(f())
    except (TypeError, ValueError, IndexError, NotImplementedError, BufferError) as e: print(type(e).__name__, e)
#: casts
import struct
b = bytearray(range(16))
m = memoryview(b)
for f in 'bBhHiIlLqQnNfd?c':
    try:
        c = m.cast(f)
        print(f, c.itemsize, len(c), c.format, c[0], c.strides)
    except TypeError as e: print(f, e)
q = m.cast('H')
q[0] = 0xffff
print(b[:4], q.cast('B')[1])
try: q.cast('I')
except TypeError as e: print(e)
try: q[0] = 70000
except ValueError as e: print(e)
print(m.cast('@i')[0] if True else 0)
#: two_dimensions
m = memoryview(bytes(range(12))).cast('B', (3, 4))
print(m.shape, m.strides, m.ndim, m.tolist(), m[1, 2], len(m), m.nbytes)
for f in (lambda: m[0], lambda: m[0:1], lambda: m[3, 0], lambda: m[0, 4], lambda: m[0, 0, 0], lambda: list(m), lambda: m.cast('H'), lambda: m.cast('B')[:3].tolist(), lambda: m.tobytes(), lambda: m == m, lambda: memoryview(bytes(5)).cast('B', (2, 2)), lambda: memoryview(bytes(4)).cast('B', [2, 2]).tolist(), lambda: memoryview(bytes(4)).cast('B', (2, 0)), lambda: m.tobytes('F'), lambda: m.tobytes('X')):
    try: print(f())
    except (TypeError, ValueError, IndexError, NotImplementedError) as e: print(type(e).__name__, e)
z = memoryview(b'\5').cast('B', ())
print(z.ndim, z.shape, z[()], z.tolist(), len(z) if 0 else '')
try: len(z)
except TypeError as e: print(e)
try: z[0]
except TypeError as e: print(e)
#: export_blocks_resize
b = bytearray(b'abc')
m = memoryview(b)
for f in (lambda: b.append(1), lambda: b.extend(b'x'), lambda: b.clear(), lambda: b.pop(), lambda: b.__delitem__(0), lambda: b.__iadd__(b'q'), lambda: b.insert(0, 1), lambda: b.__setitem__(slice(0, 1), b'zz')):
    try: print(f())
    except BufferError as e: print(e)
b[0] = 90
b[0:2] = b'YX'
print(m[0], bytes(m), b)
m.release()
b.append(100)
print(b)
#: release
m = memoryview(b'abc')
m.release()
m.release()
for f in (lambda: m[0], lambda: len(m), lambda: m.tolist(), lambda: m.obj, lambda: m.nbytes, lambda: bytes(m), lambda: m == m, lambda: m == b'abc', lambda: hash(m), lambda: m.format, lambda: m.cast('b'), lambda: m.hex(), lambda: m.__enter__(), lambda: m.toreadonly(), lambda: 1 in m):
    try: print(f())
    except ValueError as e: print(e)
print(repr(m)[:20])
with memoryview(b'xyz') as w: print(w[1])
try: w[1]
except ValueError as e: print(e)
a = memoryview(b'abc'); c = a[1:]
a.release()
print(bytes(c))
#: counts
import sys
b = bytearray(5)
n = sys.getrefcount(b)
m = memoryview(b)
print(sys.getrefcount(b) - n, sys.getrefcount(m))
m2 = memoryview(m); m3 = m[1:]
print(sys.getrefcount(b) - n, sys.getrefcount(m))
print(m2.obj is b, m3.obj is b)
del m, m2
print(sys.getrefcount(b) - n)
m3.release()
print(sys.getrefcount(b) - n)
#: sizes
import sys
print(sys.getsizeof(memoryview(b'')), sys.getsizeof(memoryview(bytes(100))), sys.getsizeof(memoryview(bytes(12)).cast('B', (3, 4))), sys.getsizeof(memoryview(bytes(12)).cast('B', (2, 2, 3))), type(memoryview(b'')).__basicsize__, type(memoryview(b'')).__itemsize__)
#: equality
a, b = memoryview(b'abc'), memoryview(bytearray(b'abc'))
print(a == b, a == b'abc', a == bytearray(b'abc'), a == 'abc', a != b'abd', a == [97, 98, 99], b'abc' == a, a == None)
import array
x = array.array('i', [1, 2, 3]); y = array.array('q', [1, 2, 3]); z = array.array('d', [1, 2, 3])
print(memoryview(x) == memoryview(y), memoryview(x) == memoryview(z), memoryview(x) == x, memoryview(x) == memoryview(array.array('i', [1, 2])))
n = array.array('d', [float('nan')])
print(memoryview(n) == memoryview(n), memoryview(b'ab').cast('c') == b'ab', a[::-1] == b'cba')
#: hashing
print(hash(memoryview(b'abc')) == hash(b'abc'), {memoryview(b'k'): 1}[b'k'] if False else '')
for m in (memoryview(bytearray(b'a')), memoryview(b'abcd').cast('H'), memoryview(b'ab')[::-1]):
    try: print(hash(m) == hash(m.tobytes()))
    except ValueError as e: print(e)
m = memoryview(b'q'); h = hash(m); m.release()
print(hash(m) == h)
#: slices_assignment
b = bytearray(range(10))
m = memoryview(b)
m[2:5] = b'ABC'
print(bytes(b))
m[::2] = m[1::2]
print(bytes(b))
m[1:] = m[:-1]
print(bytes(b))
for f in (lambda: m.__setitem__(slice(0, 3), b'ab'), lambda: m.__setitem__(slice(0, 2), [1, 2]), lambda: m.__setitem__(slice(0, 4), memoryview(bytes(4)).cast('H')), lambda: m.__setitem__(slice(None, None, 0), b'')):
    try: print(f())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
m[3:3] = b''
print(len(m))
#: methods
m = memoryview(b'\x00\xab\xff')
print(m.hex(), m.hex('-'), m.hex(':', 2), m.tolist(), m.tobytes(), m.toreadonly().readonly, list(reversed(m)), list(m), 0xab in m, bytes(m), bytearray(m))
print(sorted(n for n in dir(m) if not n.startswith('_')))
for f in (lambda: m.count(0), lambda: m.index(255), lambda: m.index(7)):
    try: print(f())
    except (AttributeError, ValueError) as e: print(type(e).__name__, e)
#: iteration
m = memoryview(bytes(range(5)))
it = iter(m)
print(type(it).__name__, next(it), list(it), sum(m), max(m), [*m], dict(enumerate(m)))
a, b, *c = m
print(a, b, c)
c = memoryview(b'abc').cast('c')
print(list(c), c[0], b'a' in c)
f = memoryview(bytes(8)).cast('d')
print(list(f))
#: arrays_and_views
import array
a = array.array('h', [1, -2, 3])
m = memoryview(a)
print(m.format, m.itemsize, m.tolist(), m[1], m.readonly)
m[1] = 100
print(a)
try: a.append(5)
except BufferError as e: print(e)
m.release(); a.append(5)
print(a, memoryview(a)[::2].tolist(), bytes(memoryview(a)))
#: weak_references_and_gc
import weakref, gc
m = memoryview(b'abc')
r = weakref.ref(m)
print(r() is m, gc.is_tracked(m), [type(o).__name__ for o in gc.get_referents(m)])
del m
print(r())
try:
    class V(memoryview): pass
except TypeError as e: print(e)
class B(bytearray): pass
b = B(b'x'); b.v = memoryview(b)
w = weakref.ref(b)
gc.collect()
del b
print(w() is None); gc.collect(); print(w() is None)
#: bytes_of_views
m = memoryview(b'hello world')
print(m[:5] == b'hello', b'x'.join([m[:2], m[3:]]), bytearray(b'>') + m[:2], b'lo' in bytes(m), int(bytes(memoryview(b'12'))))
for f in (lambda: int(memoryview(b'12')), lambda: b'a' + memoryview(b'b'), lambda: str(memoryview(b'ab'), 'ascii'), lambda: b'hello'.startswith(memoryview(b'he')), lambda: b'a-b'.split(memoryview(b'-')), lambda: bytes.fromhex(memoryview(b'00')) , lambda: memoryview(b'a') * 2, lambda: float(memoryview(b'1.5'))):
    try: print(f())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
