import sys
from ctypes import c_uint, c_void_p

POOL = 16384 if sys.version_info >= (3, 10) else 4096
BLOCKS = (POOL - 48) // 496

def in_use(obj):
    return c_uint.from_address(id(obj) // POOL * POOL).value

filler = list(map(bytes, [463] * 100))
filler += map(bytes, [463] * (BLOCKS - in_use(filler[-1])))

a, b, c, d, e = map(bytes, [463] * 5)
names = {id(a): 'a', id(b): 'b', id(c): 'c', id(d): 'd', id(e): 'e'}
place = id(d)

del b
del d
print('in use:', in_use(a))
print('at d stands the address of', names[c_void_p.from_address(place).value])

x = bytes(463)
print('x lies where', names[id(x)], 'was')
y = bytes(463)
print('y lies where', names[id(y)], 'was')
z = bytes(463)
print('z lies behind e:', id(z) == id(e) + 496)
