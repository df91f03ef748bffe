import sys

print(sys.getsizeof(bytes(15)))

many = list(map(bytes, [15] * 5000))
