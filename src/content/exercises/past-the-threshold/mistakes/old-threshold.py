import sys

value = bytes(224)
print(sys.getsizeof(value))
