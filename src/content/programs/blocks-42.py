import sys
from ctypes import c_uint

new = sys.version_info >= (3, 10)
POOL = 16384 if new else 4096

def block_size(obj):
    pool = id(obj) // POOL * POOL
    szidx = c_uint.from_address(pool + 36)
    return (szidx.value + 1) * 16

for n in (9, 15, 16, 31, 300, 479):
    obj = bytes(n)
    size = sys.getsizeof(obj)
    print(size, 'asked,', block_size(obj), 'given')
