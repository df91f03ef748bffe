a = [1, 2, 3]
old = id(a)

# your lines here

b = []
print(id(b) == old)
