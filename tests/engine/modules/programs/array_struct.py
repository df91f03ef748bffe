import array
import struct
import sys

a = array.array('i')
sizes = [sys.getsizeof(a)]
for i in range(40):
    a.append(i)
    if sizes[-1] != sys.getsizeof(a):
        sizes.append(sys.getsizeof(a))
print(sizes)
while len(a) > 3:
    a.pop()
print(a, sys.getsizeof(a), a.itemsize, a.typecode, a.tolist(), a[1], a[-1], a[1:], a[::-1])
b = array.array('d', [1.5, 2])
print(b, b * 2, b + array.array('d', [3]), b == array.array('d', [1.5, 2.0]), sys.getsizeof(b), 2 in b, sys.getsizeof(array.array('q', range(10))))
b.insert(1, 9)
b.extend([4, 5])
del b[0]
b[0] = 7
b.reverse()
print(b, b.index(7), b.count(5), list(b), b.tobytes()[:8], len(b))
b[1:3] = array.array('d', [0])
print(b, array.array('B', b'abc'), array.array('u', 'héj'), array.array('f', [0.1])[0])
for act in (lambda: array.array('b', [200]), lambda: array.array('i', ['x']), lambda: array.array('z'), lambda: array.array('B', [-1]),
            lambda: a[10], lambda: array.array('i').pop(), lambda: a.remove(99), lambda: a.append(2**40), lambda: a + [1], lambda: array.array('i', 5)):
    try:
        act()
    except Exception as e:
        print(type(e).__name__, e)

print(struct.pack('<ihb', 1, -2, 3), struct.unpack('<ihb', b'\x01\0\0\0\xfe\xff\x03'), struct.calcsize('bi'), struct.calcsize('<bi'), struct.pack('>d', 1.5), struct.pack('3s?x', b'ab', True))
print(struct.pack('qi', 1, 2), struct.unpack('f', struct.pack('f', 0.1)), struct.Struct('HH').unpack(b'\1\0\2\0'))
for act in (lambda: struct.pack('b', 200), lambda: struct.unpack('i', b'a'), lambda: struct.pack('i'), lambda: struct.pack('z', 1), lambda: struct.pack('i', 'x')):
    try:
        act()
    except struct.error as e:
        print(e)
