import weakref

class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self.parent = None

    def add(self, child):
        self.children.append(child)
        child.parent = weakref.ref(self)

    def title(self):
        return self.name + ' of ' + self.parent().name

root = Node('root')
root.add(Node('child'))
print(root.children[0].title())

del root
print('root is gone')
