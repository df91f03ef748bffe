import sys

print(sys.getsizeof(bytes(479)))
print(sys.getsizeof(bytes(480)))

small = bytes(479)
large = bytes(480)
