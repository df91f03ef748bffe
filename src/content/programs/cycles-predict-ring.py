import weakref

class Node:
    pass

head, x, y, tail = Node(), Node(), Node(), Node()
head.next = x
x.next = y
y.next = x
x.tail = tail
watched = [weakref.ref(node) for node in (head, x, y, tail)]

del head, x, y, tail
print(len([watch for watch in watched if watch() is not None]))
