data = bytes(1_000_000)

part = memoryview(data)[500_000:]

print(len(part), part[0])
