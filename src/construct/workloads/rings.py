# A family that is held, a ring that is lost, and a ring that hangs on a lost list.
import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.to = []


gc.disable()
gc.collect()
root = Node('root')
left, right = Node('left'), Node('right')
root.to += [left, right]
left.to.append(root)
right.to.append(left)
del left, right

ring = [Node('one'), Node('two'), Node('three')]
for node, other in zip(ring, ring[1:] + ring[:1]):
    node.to.append(other)
kept = ring[1]
alone = Node('alone')
alone.to.append(alone)
lost = [Node('four'), Node('five')]
lost[0].to.append(lost[1])
lost[1].to.append(lost[0])
lost.append(lost)
lost.append(root)
del node, other, ring, alone, lost
gc.collect(0)
end = True
