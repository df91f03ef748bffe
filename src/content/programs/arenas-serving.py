import sys
from ctypes import c_uint

new = sys.version_info >= (3, 10)
POOL = 16384 if new else 4096
BLOCKS = (POOL - 48) // 496

def field(obj, offset):
    pool = id(obj) // POOL * POOL
    return c_uint.from_address(pool + offset).value

def arena_of(obj):
    return field(obj, 32)

def pools(n):
    return map(bytes, [463] * (n * BLOCKS))

# 200 pools of our own, behind those of others.
filler = list(pools(4))
rest = BLOCKS - field(filler[-1], 0)
filler += map(bytes, [463] * rest)
row = list(pools(200))
homes = list(map(arena_of, row[::BLOCKS]))

# Two arenas of row alone. Fill the last one, too.
a, b = homes[64], homes[128]
taken = homes.count(homes[-1])
filler += pools(homes.count(b) - taken + 5)

def empty(arena, n):
    start = homes.index(arena) * BLOCKS
    end = start + n * BLOCKS
    row[start:end] = [None] * (end - start)

empty(a, 10)
empty(b, 2)

for i in range(4):
    filler += pools(1)
    home = arena_of(filler[-1])
    print('A' if home == a else 'B', 'gives a pool')
