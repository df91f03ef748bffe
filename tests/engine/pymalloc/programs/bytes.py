"""What the debug hooks leave around a block, and in it once it is freed."""
import ctypes

s = bytes(bytearray(b'x' * 20))
here = id(s)
whole = ctypes.string_at(here - 16, 53 + 16 + 8)
print(whole[:16].hex(), whole[48:].hex())
del s
print(ctypes.string_at(here - 8, 61).hex())
grown = [None] * 20
items = ctypes.c_uint64.from_address(id(grown) + 24).value
print(ctypes.string_at(items - 16, 16).hex(), ctypes.string_at(items + 160, 8).hex())
