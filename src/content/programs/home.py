import sys

plate = ['cake']
table = [plate, plate]
print(sys.getrefcount(plate))

del table
print(sys.getrefcount(plate))

ring = []
ring.append(ring)
del ring
