import sys
from ctypes import c_uint

POOL = 16384 if sys.version_info >= (3, 10) else 4096

def in_use(obj):
    return c_uint.from_address(id(obj) // POOL * POOL).value

# Until a new pool is opened for blocks of 512 bytes.
filler = [bytes(479)]
while in_use(filler[-1]) > 1:
    filler.append(bytes(479))
first = filler[-1]

blocks = (POOL - 48) // 512
row = [bytes(479)] * (blocks - 1)
print(in_use(first))
