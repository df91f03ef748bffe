import sys
from ctypes import c_uint, c_void_p

new = sys.version_info >= (3, 10)
POOL = 16384 if new else 4096
BLOCKS = (POOL - 48) // 496

def pool_of(obj):
    return id(obj) // POOL * POOL

def in_use(obj):
    return c_uint.from_address(pool_of(obj)).value

# Fill the pools that others have begun.
filler = list(map(bytes, [463] * 100))
rest = BLOCKS - in_use(filler[-1])
filler += map(bytes, [463] * rest)

a, b, c, d, e = map(bytes, [463] * 5)
names = {id(b): 'b', id(d): 'd'}
place = id(d)

del b
del d
print('in use:', in_use(a))
free = c_void_p.from_address(place).value
print('d leads to', names[free])

x = bytes(463)
print('x lies where', names[id(x)], 'was')
y = bytes(463)
print('y lies where', names[id(y)], 'was')
z = bytes(463)
print('z behind e:', id(z) == id(e) + 496)
