import sys
from ctypes import c_uint

POOL = 16384 if sys.version_info >= (3, 10) else 4096

def block_size(obj):
    pool = id(obj) // POOL * POOL
    szidx = c_uint.from_address(pool + 36).value
    return (szidx + 1) * 16

for n in (9, 15, 16, 31, 300, 479):
    obj = bytes(n)
    print(sys.getsizeof(obj), 'asked,', block_size(obj), 'given')
