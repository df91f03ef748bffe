c = 8
d = 8
print(c is d)
print(id(c) == id(d))
