a = []
old = id(a)
del a
b = []
print(id(b) == old)

c = [None] * 10
d = [None] * 600
e = [None] * 100_000
