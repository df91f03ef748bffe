"""A block that says that another domain gave it."""
import ctypes

s = bytes(bytearray(b'z' * 3))
ctypes.memset(id(s) - 8, ord('m'), 1)
del s
