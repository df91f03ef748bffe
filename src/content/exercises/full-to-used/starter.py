import sys
from ctypes import c_uint

POOL = 16384 if sys.version_info >= (3, 10) else 4096

def in_use(obj):
    return c_uint.from_address(id(obj) // POOL * POOL).value

BLOCKS = (POOL - 48) // 496

filler = [bytes(463)]
while in_use(filler[-1]) > 1:
    filler.append(bytes(463))

row = [filler.pop()]
row += map(bytes, [463] * (BLOCKS - 1))
where = id(row[0])

# your line here

print('items gone:', BLOCKS - len(row))
