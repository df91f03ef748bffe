import sys
from ctypes import c_uint

new = sys.version_info >= (3, 10)
POOL = 16384 if new else 4096
BLOCKS = (POOL - 48) // 496

def pool_of(obj):
    return id(obj) // POOL * POOL

def in_use(pool):
    return c_uint.from_address(pool).value

def show(when):
    count = in_use(pool)
    full = count == BLOCKS
    state = 'full' if full else 'used'
    print(when, state if count else 'empty')

# Fill the pools that others have begun.
filler = list(map(bytes, [463] * 100))
rest = BLOCKS - in_use(pool_of(filler[-1]))
filler += map(bytes, [463] * rest)

first = bytes(463)
pool = pool_of(first)
show('one block:')

more = list(map(bytes, [463] * (BLOCKS - 1)))
show('all blocks:')

del more[-1]
show('one back:')

del more
show('one left:')

del first
show('none left:')
