# A pass through the heap by small increments. What was there before is frozen, and the second threshold
# is so high that a part of the heap is no objects: nothing depends on what the interpreter has loaded.
import gc
gc.disable()
gc.collect()
gc.freeze()
gc.set_threshold(100, 10 ** 9)
class Node: pass
def garbage(n):
    for i in range(n):
        node = Node(); node.me = node
def freed(g=1):
    return gc.collect(g)
events = []
def told(phase, info):
    if phase == 'stop':
        events.append((made, info['generation'], info['collected']))
made = 0
# cycles that the young collection would find, by increments instead
garbage(5)
print('mark', freed(), 'then', [freed() for i in range(3)])
# cycles that have become old
old = []
for i in range(300):
    node = Node(); node.me = node; node.data = [i]
    old.append(node)
print('aged', freed(0), gc.get_count())
del old, node
print('pending', [freed() for i in range(3)])
more = [[] for i in range(150)]
print('with work', [freed() for i in range(3)], gc.get_count())
more += [[] for i in range(700)]
print('with more', [freed() for i in range(4)], gc.get_count())
print('all', freed(2))
# the same when collections start by themselves
gc.callbacks.append(told)
gc.enable()
keep = []
for made in range(3000):
    keep.append([])
    if made % 500 == 250: garbage(1)
gc.disable()
gc.callbacks.remove(told)
print(len(events), events[:4], [e for e in events if e[2]])
print(gc.get_count())
