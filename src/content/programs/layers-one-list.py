import sys

a = []
print(sys.getsizeof(a))

b = [10, 20, 30]
print(sys.getsizeof(b))

c = []
