"""A write just past the end of a block is found when the block is freed."""
import ctypes


class Keeper:
    def spoil(self):
        s = bytes(bytearray(b'x' * 20))
        ctypes.memset(id(s) + 53, 0, 1)
        del s


print('before', flush=True)
Keeper().spoil()
print('after')
