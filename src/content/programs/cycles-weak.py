import weakref

class Node:
    def __init__(self, name):
        self.name = name
        self.children = []

    def add(self, child):
        self.children += [child]
        me = weakref.ref(self)
        child.parent = me

    def __del__(self):
        print('freed:', self.name)

root = Node('root')
leaf = Node('leaf')
root.add(leaf)
print(leaf.parent().name)

del root
print(leaf.parent())
