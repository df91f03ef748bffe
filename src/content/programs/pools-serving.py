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

p = list(map(bytes, [463] * BLOCKS))
q = list(map(bytes, [463] * BLOCKS))
r = list(map(bytes, [463] * 3))
names = {pool_of(p[0]): 'P',
         pool_of(q[0]): 'Q',
         pool_of(r[0]): 'R'}

one = bytes(463)
print(names[pool_of(one)], 'serves')

del p[5]
two = bytes(463)
print(names[pool_of(two)], 'serves')

del p[5]
del q[5]
three = bytes(463)
print(names[pool_of(three)], 'serves')
four = bytes(463)
print(names[pool_of(four)], 'serves')
five = bytes(463)
print(names[pool_of(five)], 'serves')
