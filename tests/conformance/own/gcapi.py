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

#: referrers_in_order
import gc
gc.disable()
gc.collect()
x = ['x']
class C: pass
c = C(); c.x = x
a = [x]; t = (x, 1); d = {'k': x}; s = C()
def f(p=x): return lambda: x
g = f()
seen = [type(r).__name__ for r in gc.get_referrers(x) if r is not globals()]
print(seen)
gc.collect(0)
b = [x]
print([type(r).__name__ for r in gc.get_referrers(x) if r is not globals()])
gc.collect(1)
e = {1: x, 2: x}
print([type(r).__name__ for r in gc.get_referrers(x) if r is not globals()])
gc.collect()
print([type(r).__name__ for r in gc.get_referrers(x, c) if r is not globals()])

#: referents_of_kinds
import gc
class A: pass
class S: __slots__ = 'p', 'q'
a = A(); a.x = [1]; a.y = {}
s = S(); s.q = []
def show(*xs): print([x if isinstance(x, (int, str, list, tuple)) else type(x).__name__ for x in gc.get_referents(*xs)])
show([1, 'a', [2]])
show((1, 'b', (2,)))
show({'k': 'v', 1: 2})
show({3})
show(slice(1, 2, 3))
show(iter([5]))
show(enumerate('ab'))
show(zip([1], [2]))
show(map(str, [1]))
show(5, 'x', None)
show([].append)
show(a.__init__)
show(ValueError('m', 1))
show(s)
cell = (lambda: a).__closure__
show(range(3), bytearray(b'x'), memoryview(b'abc'))

#: objects_by_generation
import gc
gc.disable()
gc.collect()
class N: pass
made = []
def gens(objs):
    return [next((g for g in (0, 1, 2) if any(y is x for y in gc.get_objects(generation=g))), None) for x in objs]
a = N(); made.append(a)
gc.collect(0)
b = [a]; made.append(b)
print(gens(made), gens([made]))
gc.collect(0)
c = {'b': b}; made.append(c)
print(gens(made))
gc.collect(1)
d = (c,); made.append(d)
print(gens(made))
gc.collect(1)
print(gens(made))
gc.collect(2)
print(gens(made))

#: objects_in_order
import gc
gc.disable()
gc.collect()
class N:
    def __init__(self, name): self.name = name
def young(): return [x.name for x in gc.get_objects(generation=0) if isinstance(x, N)]
def old(): return [x.name for x in gc.get_objects() if isinstance(x, N)]
a, b, c = N('a'), N('b'), N('c')
print(young(), old())
gc.collect(0)
d = N('d')
print(young(), old())
b.keep = N('e'); a.keep = b
del b
gc.collect(1)
print(young(), old())
f = N('f'); f.back = a
l = [N('g'), N('h')]
gc.collect()
print(old())
gc.collect()
print(old())

#: debug_collectable
import gc, sys
gc.disable()
gc.collect()
class Node: pass
gc.set_debug(gc.DEBUG_COLLECTABLE)
n = Node(); n.me = n
l = []; l.append(l)
del n, l
print(gc.collect(0), len(gc.garbage))
gc.set_debug(gc.DEBUG_COLLECTABLE | gc.DEBUG_SAVEALL)
d = {}; d['d'] = d
t = ([],); t[0].append(t)
del d, t
print(gc.collect(1), [type(x).__name__ for x in gc.garbage])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())

#: debug_output_goes_to_sys_stderr
import gc, io, sys
gc.disable()
gc.collect()
err = sys.stderr
sys.stderr = io.StringIO()
gc.set_debug(gc.DEBUG_COLLECTABLE)
l = []; l.append(l); del l
gc.collect(0)
gc.set_debug(gc.DEBUG_STATS)
gc.collect(0)
gc.set_debug(0)
text = sys.stderr.getvalue()
sys.stderr = err
for line in text.splitlines():
    print(' '.join(w for w in line.split() if not w[0].isdigit() and not w.startswith('0x')))

#: debug_values
import gc
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
gc.set_debug(gc.DEBUG_LEAK); print(gc.get_debug())
gc.set_debug(1 << 20); print(gc.get_debug())
gc.set_debug(-1); print(gc.get_debug())
gc.set_debug(False); print(gc.get_debug())
for bad in ('x', 1.5, None, 2 ** 40):
    try: gc.set_debug(bad)
    except Exception as e: print(type(e).__name__, e)

#: stats_by_generation
import gc
gc.disable()
gc.collect()
base = gc.get_stats()
def diff(): return [[now[k] - then[k] for k in ('collections', 'collected', 'uncollectable')] for now, then in zip(gc.get_stats(), base)]
def cycle(n):
    for i in range(n):
        l = []; l.append(l)
cycle(2); gc.collect(0); print(diff())
cycle(3); gc.collect(1); print(diff())
cycle(4); gc.collect(2); print(diff())
print(len(base), type(base).__name__, base is gc.get_stats())

#: callbacks_see_everything
import gc
gc.disable()
gc.collect()
log = []
def one(phase, info): log.append((1, phase, info['generation'], info['collected'], info['uncollectable']))
def two(phase, info): log.append((2, phase, gc.get_count()[1:], info is last.get('info'))); last['info'] = info
last = {}
gc.callbacks.extend([one, two])
l = []; l.append(l); del l
print(gc.collect(0)); print(gc.collect(1)); print(gc.collect(2))
gc.callbacks[:] = []
for entry in log: print(entry)

#: callback_that_removes_itself
import gc
gc.disable()
def once(phase, info):
    print(phase)
    gc.callbacks.remove(once)
def other(phase, info): print('other', phase)
gc.callbacks += [once, other]
gc.collect(0)
gc.collect(0)
gc.callbacks.clear()

#: freeze_and_collect
import gc
gc.disable()
gc.collect()
l = []; l.append(l); del l
gc.freeze()
print(gc.collect(), gc.get_count(), [len(gc.get_objects(generation=g)) for g in (1, 2)])
m = []; m.append(m); del m
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), gc.collect())

#: untracked_kinds
import gc
z = []
class E: pass
e = E(); e.a = 1
f = frozenset([1]); g = frozenset([z])
def now(*xs): return ''.join('FT'[gc.is_tracked(x)] for x in xs)
things = [(), (1,), tuple([1, 2]), tuple([z]), (1, (2, (3, 'x'))), {}, {1: 2}, {1: z}, dict(a=1), e.__dict__, f, g, {1}, [1], 1, 'a', len, E, e, iter(z), range(3), slice(1), b'x', bytearray(), 1.5]
print(now(*things)); gc.collect(); print(now(*things)); gc.collect(); print(now(*things))
d = {}; d[1] = 2; print(now(d)); d[2] = z; print(now(d)); del d[2]; print(now(d)); gc.collect(); print(now(d))
t = (z, 1); print(now(t)); gc.collect(); print(now(t))

#: threshold_argument_kinds
import gc
for args in ((), (1, 2, 3, 4), ('a',), (1.5,), (None,), (1, 'b')):
    try: print(gc.set_threshold(*args))
    except Exception as e: print(type(e).__name__, e)
gc.set_threshold(5); print(gc.get_threshold())
gc.set_threshold(-3, 0); print(gc.get_threshold())
gc.set_threshold(True, 2, 3); print(gc.get_threshold())
gc.set_threshold(700, 10, 10)

#: collect_argument_kinds
import gc
for args, kw in (((), {}), ((0,), {}), ((True,), {}), ((3,), {}), ((-1,), {}), (('a',), {}), ((1.0,), {}), ((1, 2), {}), ((), {'generation': 1}), ((), {'gen': 1}), ((None,), {}), ((2 ** 70,), {})):
    try: print(type(gc.collect(*args, **kw)).__name__)
    except Exception as e: print(type(e).__name__, e)
for kw in ({}, {'generation': 0}, {'generation': None}, {'generation': 5}, {'generation': -2}, {'generation': 'x'}, {'generation': -1}):
    try: print(type(gc.get_objects(**kw)).__name__)
    except Exception as e: print(type(e).__name__, e)
for f in (gc.is_tracked, gc.enable, gc.get_referrers, gc.freeze):
    try: f(1, 2) if f is not gc.get_referrers else print(gc.get_referrers())
    except Exception as e: print(type(e).__name__, e)
