data = bytes(1_000_000)

part = memoryview(data)

print(len(part), part[0])
