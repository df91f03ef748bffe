class Node:
    pass

first, second, third = Node(), Node(), Node()
first.next = second
second.next = third
third.next = first

# your lines here

del first
print('done')
