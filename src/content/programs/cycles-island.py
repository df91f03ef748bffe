import sys

a = []
b = [a]
a.append(b)
print(sys.getrefcount(a))
print(sys.getrefcount(b))

del a
del b
print('both names are gone')
