a = [1, 2, 3]
old = id(a)

del a
c = [[4]]

b = []
print(id(b) == old)
