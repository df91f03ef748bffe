a = 1
b = 2
print(id(b) - id(a))
