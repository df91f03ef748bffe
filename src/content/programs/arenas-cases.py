import sys
from ctypes import c_uint

POOL = 16384 if sys.version_info >= (3, 10) else 4096
BLOCKS = (POOL - 48) // 496

def field(obj, offset):
    return c_uint.from_address(id(obj) // POOL * POOL + offset).value

def arena_of(obj):
    return field(obj, 32)

def pools(count):
    return map(bytes, [463] * (count * BLOCKS))

# Fill the pool that others have begun; then 200 pools of our own.
filler = list(pools(4))
filler += map(bytes, [463] * (BLOCKS - field(filler[-1], 0)))
row = list(pools(200))
homes = list(map(arena_of, row[::BLOCKS]))

# Two arenas that hold nothing else; and no free pool is left in the last one.
a, b = homes[64], homes[128]
filler += pools(homes.count(b) - homes.count(homes[-1]) + 1)

emptied = {a: 0, b: 0}

def empty(arena, count):
    start = (homes.index(arena) + emptied[arena]) * BLOCKS
    row[start:start + count * BLOCKS] = [None] * (count * BLOCKS)
    emptied[arena] += count

empty(a, 1)
empty(b, 1)
empty(b, 1)
empty(a, 1)
empty(a, homes.count(a) - 2)
empty(b, homes.count(b) - 2)
print(row.count(None) == (homes.count(a) + homes.count(b)) * BLOCKS)
