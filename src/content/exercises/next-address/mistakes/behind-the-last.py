import sys
from ctypes import c_uint

POOL = 16384 if sys.version_info >= (3, 10) else 4096

def in_use(obj):
    return c_uint.from_address(id(obj) // POOL * POOL).value

BLOCKS = (POOL - 48) // 496

filler = list(map(bytes, [463] * 100))
filler += map(bytes, [463] * (BLOCKS - in_use(filler[-1])))

a, b, c, d, e = map(bytes, [463] * 5)
place_b, place_d = id(b), id(d)
del b
del d

guess = id(e) + 496

new = bytes(463)
print(id(new) == guess)
