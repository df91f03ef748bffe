import gc

class Node:
    __slots__ = ('other',)

gc.collect()
left, right = Node(), Node()
left.other = right
right.other = left

gc.collect()
del left, right

young = gc.collect(0)
middle = gc.collect(1)
full = gc.collect()
print(young, middle, full)
