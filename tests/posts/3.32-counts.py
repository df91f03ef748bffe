import sys

l = []
print(sys.getrefcount(l))

l2 = l
l3 = l
l4 = l3
print(sys.getrefcount(l))

del l2
print(sys.getrefcount(l))
