class Node:
    pass

left = Node()
right = Node()

# your lines here

print('done')
