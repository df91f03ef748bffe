import sys

value = bytes(512)
print(sys.getsizeof(value))
