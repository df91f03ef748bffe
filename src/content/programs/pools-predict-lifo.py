a = bytes(463)
b = bytes(463)
c = bytes(463)
names = {id(a): 'a', id(b): 'b', id(c): 'c'}

del b
del c
del a

new = bytes(463)
print(names.get(id(new), 'none of them'))
