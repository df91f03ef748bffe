a = 1.5
place = id(a)
del a
b = float('2.5')
print(id(b) == place)
