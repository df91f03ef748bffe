import sys

def count(x):
    return sys.getrefcount(x)

a = []
print('a name:', sys.getrefcount(a))

c = [a, a]
print('a list:', sys.getrefcount(a))

d = {'key': a}
print('a dict:', sys.getrefcount(a))

print('a call:', count(a))

c.pop()
print('a pop:', sys.getrefcount(a))

d = None
print('no dict:', sys.getrefcount(a))

del c
print('no list:', sys.getrefcount(a))
