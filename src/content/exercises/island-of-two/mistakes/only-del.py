class Node:
    pass

left = Node()
right = Node()

del left, right

print('done')
