class Node:
    pass

first, second, third = Node(), Node(), Node()
first.next = second
second.next = third
third.next = first

del second, third

del first
print('done')
