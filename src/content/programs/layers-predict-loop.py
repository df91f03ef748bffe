seen = set()
for i in range(1000):
    seen.add(id([]))
print(len(seen))
