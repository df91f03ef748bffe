import sys

value = bytes(480)
print(sys.getsizeof(value))
