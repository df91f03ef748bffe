"""Damage that shows when the interpreter is on its way out."""
import ctypes

keep = bytes(bytearray(b'x' * 20))
ctypes.memset(id(keep) + 55, 65, 2)
