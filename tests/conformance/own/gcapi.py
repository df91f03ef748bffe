#: thresholds
import gc
print(gc.get_threshold(), gc.isenabled())
gc.set_threshold(100, 5)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold())
gc.disable(); print(gc.isenabled()); gc.enable(); print(gc.isenabled())
#: get_count
import gc
gc.collect()
a = gc.get_count()
l = [[] for _ in range(100)]
b = gc.get_count()
print(b[0] - a[0] >= 100, a[1:], b[1:])
#: collect_generations
import gc
gc.collect()
print(gc.collect(0), gc.collect(1), gc.collect(2))
for g in (3, -1):
    try: gc.collect(g)
    except ValueError as e: print(e)
try: gc.collect('x')
except TypeError as e: print(e)
l = []; l.append(l); del l
print(gc.collect(generation=0))
#: freeze
import gc
gc.collect()
b = gc.get_freeze_count()
gc.freeze()
print(gc.get_freeze_count() > b)
l = []; l.append(l); 
gc.unfreeze()
print(gc.get_freeze_count())
del l
print(gc.collect())
#: callbacks
import gc
gc.collect()
log = []
def cb(phase, info): log.append((phase, sorted(info), info['generation'], info['collected'], info['uncollectable']))
gc.callbacks.append(cb)
l = []; l.append(l); del l
gc.collect()
gc.callbacks.remove(cb)
for x in log: print(x)
#: callback_generation
import gc
gc.collect()
log = []
def cb(phase, info): log.append((phase, info['generation'], info['collected']))
gc.callbacks.append(cb)
gc.collect(0); gc.collect(1); gc.collect()
gc.callbacks.clear()
print(log)
#: get_stats
import gc
s = gc.get_stats()
print(len(s), [sorted(k for k in x if k in ('collections', 'collected', 'uncollectable')) for x in s])
n = s[2]['collections']
gc.collect()
print(gc.get_stats()[2]['collections'] - n)
l = []; l.append(l); del l
c = gc.get_stats()[2]['collected']
gc.collect()
print(gc.get_stats()[2]['collected'] - c)
#: get_objects
import gc
class C: pass
c = C()
c.x = []
l = [1]
objs = gc.get_objects()
print(any(o is l for o in objs), any(o is c for o in objs), any(o is C for o in objs), any(o is objs for o in objs))
young = gc.get_objects(generation=0)
print(any(o is l for o in young))
gc.collect()
print(any(o is l for o in gc.get_objects(generation=2)), any(o is l for o in gc.get_objects(generation=0)))
try: gc.get_objects(generation=5)
except ValueError as e: print(e)
#: generations_move
import gc
gc.disable()
gc.collect()
l = [[]]
def gen(o):
    return [g for g in range(3) if any(x is o for x in gc.get_objects(generation=g))]
print(gen(l))
gc.collect(0); print(gen(l))
gc.collect(1); print(gen(l))
gc.collect(2); print(gen(l))
#: is_finalized
import gc
class D:
    def __del__(self): saved.append(self)
saved = []
d = D()
try:
    print(gc.is_finalized(d), gc.is_finalized(1))
    del d
    print(gc.is_finalized(saved[0]))
except AttributeError as e:
    print(e)
#: debug_flags
import gc
print(gc.get_debug(), gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug())
gc.set_debug(0)
#: errors
import gc
for f in (lambda: gc.set_threshold(), lambda: gc.set_threshold('a'), lambda: gc.set_debug(), lambda: gc.is_tracked(), lambda: gc.get_objects(1, 2), lambda: gc.get_objects('a'), lambda: gc.callbacks.append(1), lambda: gc.nope):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
gc.callbacks.clear()
#: auto_collection_count
import gc
gc.collect()
gc.set_threshold(700, 10, 10)
log = []
gc.callbacks.append(lambda p, i: log.append(i['generation']) if p == 'start' else None)
l = [[] for _ in range(7000)]
gc.callbacks.clear()
print(len(log) >= 9, set(log) <= {0, 1, 2})
#: auto_collects_garbage
import gc
gc.collect()
class C: n = 0
class D:
    def __init__(self): C.n += 1; self.me = self
    def __del__(self): C.n -= 1
for i in range(3000): D()
print(C.n < 3000)
gc.collect()
print(C.n)
#: disabled_keeps_garbage
import gc
gc.collect()
gc.disable()
class C: n = 0
class D:
    def __init__(self): C.n += 1; self.me = self
    def __del__(self): C.n -= 1
for i in range(3000): D()
print(C.n)
print(gc.collect() >= 3000, C.n)
#: dir_of_gc
import gc
print([n for n in dir(gc) if not n.startswith('_')])
#: collect_in_callback
import gc
gc.collect()
def cb(phase, info):
    if phase == 'start': print('inner', gc.collect())
gc.callbacks.append(cb)
print(gc.collect())
gc.callbacks.clear()
#: callback_raises
import gc, sys
class W:
    def write(self, s): pass
    def flush(self): pass
def cb(phase, info): raise ValueError('cb')
gc.callbacks.append(cb)
old = sys.stderr; sys.stderr = W()
gc.collect()
sys.stderr = old
gc.callbacks.clear()
print('ok')
#: thresholds_trigger_exactly
import gc
gc.collect()
gc.set_threshold(10, 10, 10)
c = []
def cb(phase, info):
    if phase == 'start': c.append(len(l))
gc.callbacks.append(cb)
l = []
for i in range(100): l.append([])
gc.callbacks.clear()
gc.set_threshold(700, 10, 10)
print(len(c) >= 8, [b - a for a, b in zip(c, c[1:])][:5])
