# Increments that take old garbage along. What is there is frozen, so that marking finds next to nothing;
# the heap counts all the same, so how much they take depends on it: what is printed does not.
import gc
gc.disable()
gc.collect()
gc.freeze()
gc.set_threshold(50, 10)
class Node: pass
# old garbage, a cycle of one object each: how many an increment frees tells how many it took
def age(n):
    nodes = []
    for i in range(n):
        node = Node(); node.me = node
        nodes.append(node)
    gc.collect(0)
age(4000)
print('mark', gc.collect(1))
found = []
for made in (0, 100, 0, 1000, 10, 300):
    young = [[] for i in range(made)]
    found.append(gc.collect(1))
    del young
print([n > 0 for n in found], sum(found) <= 4000)
print('rest', gc.collect() + sum(found))
