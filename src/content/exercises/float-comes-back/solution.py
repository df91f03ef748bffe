a = float('1.5')
b = float('2.5')
place = id(a)
del b
del a
c = float('3.5')
print(id(c) == place)
