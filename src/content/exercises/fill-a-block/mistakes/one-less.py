import sys

value = bytes(30)
print(sys.getsizeof(value))
