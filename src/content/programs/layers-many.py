import sys

print(sys.getsizeof(object()))

many = [object() for i in range(5000)]
