import gc
class Cyc(object):
    def __init__(self): self.me = self
import weakref
gc.disable(); gc.collect(); dead = []; 
print(gc.get_count())
gc.collect()
c = Cyc(); w = weakref.ref(c, dead.append); del c
a = gc.get_count()
gc.enable()
gc.set_threshold(50, 10, 10)
n = 0; keep = []
while not dead and n < 5000: keep.append([]); n += 1
print(n, a)
gc.set_threshold(700)
def f():
    gc.collect(); dead = []; c = Cyc(); w = weakref.ref(c, dead.append); del c; n = 0; keep = []
    a = gc.get_count()
    while not dead and n < 50000: keep.append([]); n += 1
    return n, a
print(f()); print(f())
def g():
    gc.collect(); dead = []; c = Cyc(); w = weakref.ref(c, dead.append); del c; n = 0; keep = []
    a = gc.get_count()
    for i in range(5000):
        keep.append([])
        if dead: return i, a
print(g()); print(g())
def h():
    gc.collect(); dead = []; c = Cyc(); w = weakref.ref(c, dead.append); del c; n = 0; keep = []
    a = gc.get_count()
    for i in range(5000):
        keep += [[]]
        if dead: return i, a
print(h()); print(h())
def k():
    gc.collect(); dead = []; c = Cyc(); w = weakref.ref(c, dead.append); del c; n = 0; keep = []
    a = gc.get_count()
    x=[[] for i in range(5000) if not dead]
    return len(x), a
print(k()); print(k())
