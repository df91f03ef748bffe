x = float('0.5')
y = float('0.25')
place = id(x)
del x
del y
z = float('8.5')
print(id(z) == place)
