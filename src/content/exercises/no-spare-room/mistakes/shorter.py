import sys

row = []
for n in range(100):
    row.append(n)

row.pop()

print(type(row).__name__, sum(row))
print(sys.getsizeof(row), 'bytes')
