import sys

row = [n * n for n in range(1000)]
lazy = (n * n for n in range(1000))
print(sys.getsizeof(row) > 20 * sys.getsizeof(lazy))
print(sum(row) == sum(lazy))
print(sum(lazy))
