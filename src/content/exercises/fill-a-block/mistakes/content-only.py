import sys

value = bytes(64)
print(sys.getsizeof(value))
