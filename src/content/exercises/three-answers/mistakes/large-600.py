small = bytes(10)
medium = bytes(1000)
large = bytes(600)

print(len(small), len(medium), len(large))
