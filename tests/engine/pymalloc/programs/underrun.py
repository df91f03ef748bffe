"""Damage in front of a block, in the pad bytes and in the letter."""
import ctypes

s = bytes(bytearray(b'y' * 200))
ctypes.c_uint8.from_address(id(s) - 3).value = 7
try:
    del s
finally:
    print('never')
