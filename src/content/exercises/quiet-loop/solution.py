import gc

class Node:
    __slots__ = ('me',)

gc.collect()
gc.set_threshold(10)
gc.disable()

for request in range(60):
    node = Node()
    node.me = node
node = None

waiting = gc.collect()
gc.enable()
print(waiting, 'had to wait')
print('on again:', gc.isenabled())
