import sys

row = []
sizes = set()
for n in range(20):
    row.append(n)
    sizes.add(sys.getsizeof(row))
print(len(sizes))
