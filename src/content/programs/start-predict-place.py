first = [1, 2]
where = id(first)
del first
second = [3, 4]
print(id(second) == where)
