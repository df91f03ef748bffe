# Weak references and finalizers of what an increment finds.
import gc, weakref
gc.disable()
gc.collect()
gc.freeze()
gc.set_threshold(100, 10 ** 9)
log = []
class Node:
    def __init__(self, name): self.name = name; self.me = self
    def __del__(self):
        log.append(('del', self.name))
        if self.name == 'risen': saved.append(self)
saved = []
gc.collect(1)
a, b = Node('a'), Node('risen')
plain = weakref.ref(a)
called = weakref.ref(a, lambda r: log.append(('callback', r() is None)))
a.inside = weakref.ref(b, lambda r: log.append('never'))
del a, b
print('increment:', gc.collect(1), log)
more = [[] for i in range(900)]
print([gc.collect(1) for i in range(4)], log, plain())
print([n.name for n in saved], gc.is_finalized(saved[0]))
saved.clear()
print(gc.collect(), log)
d = weakref.WeakValueDictionary()
n = Node('n'); d['n'] = n; del n
print(len(d), gc.collect(0), len(d))
def gen():
    me = yield
    try: yield
    finally: log.append('closed')
g = gen(); next(g); g.send(g); del g
print(gc.collect(0), log[-1])
gc.set_debug(gc.DEBUG_SAVEALL)
n = Node('kept'); del n
print(gc.collect(0), [type(x).__name__ for x in gc.garbage])
gc.set_debug(0); gc.garbage.clear()
print(gc.collect())
