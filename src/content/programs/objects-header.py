import ctypes

x = []
y = x
print(ctypes.c_uint32.from_address(id(x)).value)
print(ctypes.c_size_t.from_address(id(x) + 8).value == id(list))
print(object().__sizeof__())
