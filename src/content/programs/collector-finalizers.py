import gc
import weakref

class Node:
    def __del__(self):
        dead = watch() is None
        print('finalizer', dead)

def told(reference):
    print('callback')

left = Node()
right = Node()
left.other = right
right.other = left
watch = weakref.ref(left, told)

del left, right
print('names gone')
gc.collect()
