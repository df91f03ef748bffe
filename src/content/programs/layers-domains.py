from ctypes import c_void_p, string_at

def letter(address):
    return string_at(address - 8, 1).decode()

def table(row):
    return c_void_p.from_address(id(row) + 24).value

obj = object()
row = [1, 2, 3]
big = [None] * 1000

print('object:      ', letter(id(obj)))
print('list:        ', letter(id(row) - 16))
print('its table:   ', letter(table(row)))
print('large table: ', letter(table(big)))
print('behind that: ', letter(table(big) - 16))
