import sys

value = bytes(479)
print(sys.getsizeof(value))
