import gc
import weakref

class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('finalizer of', self.name, watch() is None)

def told(reference):
    print('callback')

left, right = Node('left'), Node('right')
left.other = right
right.other = left
watch = weakref.ref(left, told)

del left, right
print('names gone')
gc.collect()
