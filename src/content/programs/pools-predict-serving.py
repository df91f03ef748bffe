import sys
from ctypes import c_uint

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

full = list(map(bytes, [463] * BLOCKS))
newest = list(map(bytes, [463] * 3))
names = {pool_of(full[0]): 'the full one',
         pool_of(newest[0]): 'the newest one'}

del full[5]
obj = bytes(463)
print(names[pool_of(obj)])
