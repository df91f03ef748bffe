# A stack and a queue of nodes that all have one size.
class Node:
    __slots__ = ('value', 'next')

    def __init__(self, value, next):
        self.value = value
        self.next = next


def push(head, values):
    for value in values:
        head = Node(value, head)
    return head


def drop(head, count):
    while count and head:
        head = head.next
        count -= 1
    return head


stack = push(None, range(40))
stack = drop(stack, 25)
stack = push(stack, range(60))
every = []
node = stack
while node:
    every.append(node)
    node = node.next
node = stack = None
del every[::3]
stack = push(None, range(30))
del every[::2]
stack = push(stack, range(45))
every.clear()
stack = push(stack, range(20))
end = True
