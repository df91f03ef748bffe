import sys
from ctypes import c_uint

POOL = 16384 if sys.version_info >= (3, 10) else 4096
BLOCKS = (POOL - 48) // 496

def in_use(pool):
    return c_uint.from_address(pool).value

def state(pool):
    count = in_use(pool)
    return 'full' if count == BLOCKS else 'used' if count else 'empty'

filler = list(map(bytes, [463] * 100))
filler += map(bytes, [463] * (BLOCKS - in_use(id(filler[-1]) // POOL * POOL)))

first = bytes(463)
pool = id(first) // POOL * POOL
print('one block: ', state(pool))

rest = list(map(bytes, [463] * (BLOCKS - 1)))
print('every block:', state(pool))

del rest[-1]
print('one back:  ', state(pool))

del rest
print('one left:  ', state(pool))

del first
print('none left: ', state(pool))
