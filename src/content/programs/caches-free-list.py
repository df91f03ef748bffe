a = float('1.5')
b = float('2.5')
places = [id(a), id(b)]
del a
del b
c = float('3.5')
d = float('4.5')
print(places.index(id(c)), places.index(id(d)))
