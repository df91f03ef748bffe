import sys
from ctypes import c_uint

new = sys.version_info >= (3, 10)
POOL = 16384 if new else 4096
BLOCKS = (POOL - 48) // 496

def field(obj, offset):
    pool = id(obj) // POOL * POOL
    return c_uint.from_address(pool + offset).value

def show(obj):
    print('ref.count', field(obj, 0),
          'szidx', field(obj, 36),
          'nextoffset', field(obj, 40),
          'maxnextoffset', field(obj, 44))

# Fill the pools that others have begun.
filler = list(map(bytes, [463] * 100))
rest = BLOCKS - field(filler[-1], 0)
filler += map(bytes, [463] * rest)

a = bytes(463)
show(a)
b = bytes(463)
show(b)
c = bytes(463)
show(c)
