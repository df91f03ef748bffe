import gc, weakref
gc.disable()
gc.collect()
log = []
class D:
    def __init__(self, n): self.n, self.me = n, self
    def __del__(self): log.append(self.n)
for n in 'abc': D(n)
print(gc.collect(), log)
# brought back: finalized once only
saved = []
class R:
    def __init__(self): self.me = self
    def __del__(self): saved.append(self)
R()
print(gc.collect(), len(saved), gc.is_finalized(saved[0]))
saved.clear()
print(gc.collect(), len(saved))
# one saves another
class S:
    def __del__(self): saved.append(self.other)
class T: pass
def make():
    s, t = S(), T(); s.other, t.other = t, s
make()
print(gc.collect(), [type(x).__name__ for x in saved], gc.collect())
saved[0].other = None; saved.clear(); print(gc.collect())
# weak references: dead before __del__ runs in a cycle, alive when the count falls to zero
class W:
    def __del__(self): log.append(ref() is None)
log.clear()
w = W(); ref = weakref.ref(w, lambda r: log.append('cb')); del w
print(log)
log.clear()
w = W(); w.me = w; ref = weakref.ref(w, lambda r: log.append('cb')); del w; gc.collect()
print(log)
# a callback that frees its own weak reference, and one that makes new ones
refs = {}
log.clear()
class K: pass
k = K(); k.me = k
def gone(r): log.append(('gone', refs.pop('k') is r))
refs['k'] = weakref.ref(k, gone); del k
print(gc.collect(), log, refs)
# a finalizer that makes garbage and collects
class G:
    def __init__(self): self.me = self
    def __del__(self):
        x = []; x.append(x); del x
        log.append(gc.collect())
log.clear(); G(); print(gc.collect(), log, gc.collect())
# a generator in a cycle is closed
def gen():
    try: yield 1
    finally: log.append('closed')
log.clear()
class H: pass
h = H(); h.g = gen(); next(h.g); h.h = h; del h
print(gc.collect(), log)
# classes, functions, closures, exceptions, modules' namespaces
def c1():
    class X: pass
def c2():
    class X:
        def f(self): return __class__
def c3():
    def f(): return f
def c4():
    try: 1 / 0
    except ZeroDivisionError as e: keep = e
def c5():
    l = []; l.append(lambda: l)
def c6():
    x = T(); x.m = x.__init__
def c7():
    d = {}; d['d'] = d
def c8():
    s = type('X', (set,), {})(); s.me = s
def c9():
    l = []; it = iter(l); l.append(it)
def c10():
    l = []; l.append(map(str, l)); l.append(zip(l)); l.append(enumerate(l)); l.append(filter(None, l)); l.append(reversed(l))
for f in (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10):
    gc.collect(); f(); print(f.__name__, gc.collect())
