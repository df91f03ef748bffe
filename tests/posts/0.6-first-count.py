import sys

a = []
b = a
count = sys.getrefcount(a)
print(count)
