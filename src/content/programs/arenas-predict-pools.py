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

first = homes.index(a) * BLOCKS
second = first + BLOCKS
places = {id(row[first]) // POOL: 'the first', id(row[second]) // POOL: 'the second'}

row[first:first + BLOCKS] = [None] * BLOCKS
row[second:second + BLOCKS] = [None] * BLOCKS

new = bytes(463)
print(places.get(id(new) // POOL, 'neither'))
