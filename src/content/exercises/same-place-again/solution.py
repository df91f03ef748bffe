a = [1, 2, 3]
old = id(a)

del a

b = []
print(id(b) == old)
