import sys

value = bytes(31)
print(sys.getsizeof(value))
