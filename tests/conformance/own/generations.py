#: thresholds_api
import gc
for args in ((), ('x',), (1.5,), (1, 2, 3, 4), (-1,), (2 ** 40,)):
    try: print(gc.set_threshold(*args), gc.get_threshold()[0])
    except (TypeError, OverflowError) as e: print(type(e).__name__, e)
gc.set_threshold(5, 6)
print(gc.get_threshold()[:2])
try: gc.get_threshold(1)
except TypeError as e: print(e)
try: gc.get_count(1)
except TypeError as e: print(e)
#: count_of_new_objects
import gc
gc.disable()
gc.collect()
def delta(make):
    make()
    a = gc.get_count()[0]
    k = make()
    b = gc.get_count()[0]
    return b - a
print(delta(lambda: None), delta(lambda: {1, 2}), delta(lambda: [set(), set()]), delta(lambda: (lambda: 0)))
print(delta(lambda: 1.5 * len('ab')), delta(lambda: 'x' * len('abc')), delta(lambda: type('T', (), {})) > 3)
#: count_goes_down
import gc
gc.disable()
gc.collect()
keep = [set() for _ in range(50)]
a = gc.get_count()[0]
del keep[:20]
print(a - gc.get_count()[0])
keep.clear()
print(gc.get_count()[0] < a - 40)
gc.collect(0)
old = [set() for _ in range(30)]
gc.collect(0)
c = gc.get_count()[0]
del old
print(c - gc.get_count()[0] >= 0, gc.get_count()[0] >= 0)
#: callback_infos
import gc
gc.disable()
gc.collect()
out = []
def cb(phase, info): out.append((phase, sorted(info), info['generation'], info['collected'], info['uncollectable']))
gc.callbacks.append(cb)
a = []; a.append(a); del a
gc.collect(0)
gc.collect(1)
gc.collect()
gc.callbacks.remove(cb)
for o in out: print(o)
#: callbacks_that_raise
import gc
gc.disable(); gc.collect()
def bad(phase, info): raise ValueError(phase)
gc.callbacks.append(bad)
import sys
sys.unraisablehook = lambda u: print('unraisable', repr(u.exc_value), getattr(u.object, '__name__', u.object))
print(gc.collect(0))
gc.callbacks[:] = [5]
print(gc.collect(0))
gc.callbacks.clear()
#: callback_order_and_removal
import gc
gc.disable(); gc.collect()
def one(p, i):
    print('one', p)
    if p == 'start' and two in gc.callbacks: gc.callbacks.remove(two)
def two(p, i): print('two', p)
def three(p, i): print('three', p)
gc.callbacks[:] = [one, two, three]
gc.collect(0)
print(len(gc.callbacks))
gc.callbacks.clear()
#: which_generation_holds
import gc
gc.disable(); gc.collect()
class C: pass
a = C()
def where(o): return [g for g in range(3) if any(x is o for x in gc.get_objects(generation=g))]
print(where(a))
gc.collect(0); print(where(a))
gc.collect(0); print(where(a))
gc.collect(1); print(where(a))
gc.collect(2); print(where(a))
try: gc.get_objects(generation=3)
except ValueError as e: print(e)
try: gc.get_objects(generation=-1)
except ValueError as e: print(e)
try: gc.get_objects(generation='x')
except TypeError as e: print(e)
try: gc.collect(3)
except ValueError as e: print(e)
try: gc.collect(-1)
except ValueError as e: print(e)
print(gc.collect(generation=1))
#: automatic_start_number
import gc
gc.disable()
def run(threshold, n):
    starts = []
    def cb(p, i):
        if p == 'start': starts.append(len(keep))
    gc.collect()
    gc.set_threshold(threshold, 1000, 1000)
    gc.callbacks.append(cb)
    keep = []
    gc.enable()
    for i in range(n): keep.append({i})
    gc.disable()
    gc.callbacks.remove(cb)
    return [b - a for a, b in zip(starts, starts[1:])]
print(run(50, 400))
print(run(99, 400))
print(run(1, 10))
#: garbage_triggers_too
import gc
gc.disable(); gc.collect()
found = []
def cb(p, i):
    if p == 'stop': found.append(i['collected'])
gc.set_threshold(60, 1000, 1000)
gc.callbacks.append(cb)
gc.enable()
for i in range(300):
    s = []
    s.append((s, {i}))
gc.disable()
gc.callbacks.clear()
print(sum(found) > 300, len(found) > 3, gc.collect() > 0)
#: freeze_and_generations
import gc
gc.disable(); gc.collect()
gc.freeze()
n = gc.get_freeze_count()
print(n > 0, gc.get_objects(generation=2) == [] or len(gc.get_objects(generation=2)))
l = [set(), set()]
gc.freeze()
print(gc.get_freeze_count() >= n + 3)
a = []; a.append(a)
gc.freeze()
del a
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), gc.collect())
#: stats_manual
import gc
gc.disable(); gc.collect()
s = gc.get_stats()
print([sorted(x) for x in s])
def d(i, k): return gc.get_stats()[i][k] - s[i][k]
gc.collect(0); gc.collect(0); gc.collect(1); gc.collect(2)
print([d(i, 'collections') for i in range(3)])
a = []; a.append(a); del a
gc.collect(0)
print([d(i, 'collected') for i in range(3)], [d(i, 'uncollectable') for i in range(3)])
try: gc.get_stats(memory_pressure=True)
except TypeError as e: print(e)
#: finalizer_makes_garbage
import gc
gc.disable(); gc.collect()
class C:
    n = 0
    def __init__(self): self.me = self
    def __del__(self):
        if C.n < 3:
            C.n += 1
            C()
C()
print([gc.collect() for _ in range(5)], C.n)
#: enabled_during_callbacks
import gc
gc.disable(); gc.collect()
def cb(p, i):
    if p == 'start': seen.append((gc.isenabled(), gc.collect(0)))
seen = []
gc.callbacks.append(cb)
gc.enable()
gc.collect(1)
gc.callbacks.clear()
gc.disable()
print(seen)
#: threshold1_counts
import gc
gc.disable()
gc.collect()
seq = []
def cb(p, i):
    if p == 'start': seq.append(i['generation'])
gc.callbacks.append(cb)
gc.set_threshold(20, 2, 1000)
keep = []
gc.enable()
for i in range(500): keep.append({i})
gc.disable()
gc.callbacks.clear()
print(''.join(map(str, seq)))
#: full_collections_wait
import gc
gc.disable()
base = [[] for _ in range(4000)]
gc.collect()
seq = []
def cb(p, i):
    if p == 'start': seq.append(i['generation'])
gc.callbacks.append(cb)
gc.set_threshold(20, 1, 1)
keep = []
gc.enable()
for i in range(800): keep.append({i})
gc.disable()
gc.callbacks.clear()
print(seq.count(0) > 0, seq.count(1) > 0, seq.count(2))
#: tuples_untracked_by_collection
import gc
gc.disable(); gc.collect()
n = int('5')
t = (n, 'x' * n)
u = (t, n)
v = (u, [])
print([gc.is_tracked(x) for x in (t, u, v)])
gc.collect(0)
print([gc.is_tracked(x) for x in (t, u, v)])
gc.collect(0)
print([gc.is_tracked(x) for x in (t, u, v)])
d = {'a': 1, 'b': t}
print(gc.is_tracked(d))
d['l'] = []
print(gc.is_tracked(d))
del d['l']
gc.collect()
print(gc.is_tracked(d), gc.is_tracked({}), gc.is_tracked(dict(a=1)), gc.is_tracked({1: (1,)}))
#: instances_tracked
import gc
class C: pass
class S: __slots__ = ('a',)
class E: __slots__ = ()
class I(int): pass
class F(float): __slots__ = ()
class T(tuple): __slots__ = ()
class L(list): pass
print([gc.is_tracked(x) for x in (C(), S(), E(), I(), F(), T(), L(), C().__dict__)])
print([gc.is_tracked(x) for x in (C, len, [].append, C.__init__, (x for x in ()), range(3), slice(1), iter([]), iter(()), object(), type)])
import sys
print([gc.is_tracked(x) for x in (sys, sys._getframe(), (lambda: 0), (lambda: 0).__code__, property(), classmethod(len), staticmethod(len), super(C, C()), Exception(), 1j, b'', bytearray(), memoryview(b''), frozenset(), set())])
#: weakref_callback_generation
import gc, weakref
gc.disable(); gc.collect()
class C: pass
a = C(); a.me = a
r = weakref.ref(a, lambda r: print('callback', r() is None))
gc.collect()
del a
print(gc.collect(0), r() is not None)
print(gc.collect(1), r() is not None)
print(gc.collect(2), r())
#: get_objects_contents
import gc
gc.disable(); gc.collect()
class C: pass
x = C()
l = gc.get_objects()
print(type(l).__name__, any(o is x for o in l), any(o is l for o in l), any(o is globals() for o in l), any(o is C for o in l))
del l
n = len(gc.get_objects())
y = [C() for _ in range(10)]
print(len(gc.get_objects()) - n)
#: garbage_and_debug_flags
import gc
gc.disable(); gc.collect()
print(gc.garbage, gc.get_debug(), gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
gc.set_debug(gc.DEBUG_SAVEALL)
class C:
    def __del__(self): print('del')
a = C(); a.me = a; del a
b = []; b.append(b); del b
print(gc.collect(), sorted(type(o).__name__ for o in gc.garbage))
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect() > 0)
try: gc.set_debug('x')
except TypeError as e: print(e)
