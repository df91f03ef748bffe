import sys

a = []
b = []
turns = 0
while True:
    a.append(b)
    b.append(a)
    turns += 1
    if turns == 1000:
        break
print(len(a), len(b))
print(sys.getrefcount(a), sys.getrefcount(b))
print(sys.getsizeof(a))
