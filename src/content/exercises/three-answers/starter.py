small = bytes(10)
medium = bytes(10)
large = bytes(10)

print(len(small), len(medium), len(large))
