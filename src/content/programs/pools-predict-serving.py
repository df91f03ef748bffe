import sys
from ctypes import c_uint

POOL = 16384 if sys.version_info >= (3, 10) else 4096
BLOCKS = (POOL - 48) // 496

def pool_of(obj):
    return id(obj) // POOL * POOL

filler = list(map(bytes, [463] * 100))
filler += map(bytes, [463] * (BLOCKS - c_uint.from_address(pool_of(filler[-1])).value))

full = list(map(bytes, [463] * BLOCKS))
newest = list(map(bytes, [463] * 3))

del full[5]
obj = bytes(463)
print({pool_of(full[0]): 'the full one', pool_of(newest[0]): 'the newest one'}[pool_of(obj)])
