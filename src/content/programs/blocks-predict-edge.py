import sys
from ctypes import c_uint

POOL = 16384 if sys.version_info >= (3, 10) else 4096

def block_size(obj):
    szidx = c_uint.from_address(id(obj) // POOL * POOL + 36).value
    return (szidx + 1) * 16

print(block_size(bytes(15)), block_size(bytes(16)))
