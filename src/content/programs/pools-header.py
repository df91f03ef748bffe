import sys
from ctypes import c_uint

POOL = 16384 if sys.version_info >= (3, 10) else 4096
BLOCKS = (POOL - 48) // 496

def field(obj, offset):
    return c_uint.from_address(id(obj) // POOL * POOL + offset).value

def show(obj):
    print('ref.count', field(obj, 0), ' szidx', field(obj, 36),
          ' nextoffset', field(obj, 40), ' maxnextoffset', field(obj, 44))

# Fill up what others have begun, so that the next block opens a pool.
filler = list(map(bytes, [463] * 100))
filler += map(bytes, [463] * (BLOCKS - field(filler[-1], 0)))

a = bytes(463)
show(a)
b = bytes(463)
show(b)
c = bytes(463)
show(c)
