class Node:
    pass

first, second, third = Node(), Node(), Node()
first.next = second
second.next = third
third.next = first

third.next = None
del second

del first
print('done')
