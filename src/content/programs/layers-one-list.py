import sys

b = [10, 20, 30]
print(sys.getsizeof(b))

print(sys.getsizeof([]))
a = []
