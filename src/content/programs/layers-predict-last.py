a = []
b = []
where = {id(a): 'a', id(b): 'b'}

del a
del b

c = []
print(where.get(id(c), 'neither'))
