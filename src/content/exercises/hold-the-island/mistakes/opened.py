import gc
import weakref

class Node:
    pass

a, b, c, d = Node(), Node(), Node(), Node()
a.next, b.next, c.next, d.next = b, c, d, a

anchor = c
c.next = None

del a, b, c, d
found = gc.collect()
