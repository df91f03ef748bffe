a = [1, 2, 3]
old = id(a)

a.clear()

b = []
print(id(b) == old)
