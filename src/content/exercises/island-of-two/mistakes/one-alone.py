class Node:
    pass

left = Node()
right = Node()

left.other = left
del left, right

print('done')
