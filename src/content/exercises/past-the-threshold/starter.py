import sys

value = bytes(9)
print(sys.getsizeof(value))
