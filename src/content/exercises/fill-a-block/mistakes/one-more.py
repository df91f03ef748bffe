import sys

value = bytes(32)
print(sys.getsizeof(value))
