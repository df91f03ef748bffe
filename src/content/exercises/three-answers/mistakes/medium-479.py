small = bytes(10)
medium = bytes(479)
large = bytes(1000000)

print(len(small), len(medium), len(large))
