import gc
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
gc.collect()
print(gc.get_freeze_count(), gc.get_count())
t(lambda: gc.set_threshold()); t(lambda: gc.set_threshold(1, 2, 3, 4)); t(lambda: gc.set_threshold('a'))
t(lambda: gc.set_threshold(-1)); t(lambda: gc.get_threshold()); t(lambda: gc.set_threshold(9000, 2))
t(lambda: gc.get_threshold()); t(lambda: gc.set_threshold(2**40)); t(lambda: gc.set_threshold(1, 'b'))
t(lambda: gc.set_threshold(1.5)); t(lambda: gc.set_threshold(threshold0=5))
t(lambda: gc.collect(3)); t(lambda: gc.collect(generation=-1)); t(lambda: gc.collect('a'))
t(lambda: gc.collect(1, 2)); t(lambda: gc.collect(g=1)); t(lambda: gc.collect(2**40)); t(lambda: gc.collect(1.5))
t(lambda: len(gc.get_objects(-1)) > 100); t(lambda: gc.get_objects(3)); t(lambda: gc.get_objects(-2))
t(lambda: gc.get_objects('a')); t(lambda: gc.get_objects(None) is None); t(lambda: gc.get_objects(1, 2))
t(lambda: gc.set_debug()); t(lambda: gc.set_debug('a')); t(lambda: gc.set_debug(flags=1)); t(lambda: gc.get_debug())
t(lambda: gc.is_tracked()); t(lambda: gc.is_tracked(1, 2)); t(lambda: gc.get_referents()); t(lambda: gc.get_referents(1))
t(lambda: gc.enable(1)); print(sorted(vars(gc)))
# get_referrers and get_referents
a = []; b = [a]; c = {'k': a}; d = (a,); e = {a.append}
refs = gc.get_referrers(a)
print([x is y for x in refs for y in (b, c, d) if x is y], globals() in refs)
print(gc.get_referents(b, c, d) == [a, a, a], gc.get_referents({1: 2, 'x': 'y'}))
class C: pass
o = C(); o.x = a; o.y = 'text'
print([r is a or r == 'text' or r is C for r in gc.get_referents(o)])
# statistics
gc.collect(); before = gc.get_stats()[2]
x = []; x.append(x); del x
gc.collect(); after = gc.get_stats()[2]
print({k: after[k] - before[k] for k in after})
# freeze
n = len(gc.get_objects()); gc.freeze(); print(gc.get_freeze_count() - n, len(gc.get_objects()) < 5, gc.get_count()[1:])
gc.unfreeze(); print(gc.get_freeze_count())
# callbacks: phases, errors, removal while called
log = []
def cb(phase, info): log.append((phase, info['generation'], info['collected'], info['uncollectable']))
gc.callbacks.append(cb)
y = []; y.append(y); del y
gc.collect(); gc.collect(0)
gc.callbacks.remove(cb)
print(log)
# DEBUG_SAVEALL
gc.set_debug(gc.DEBUG_SAVEALL)
z = [1]; z.append(z); zid = id(z); del z
print(gc.collect(), [id(g) == zid for g in gc.garbage])
gc.set_debug(0); gc.garbage.clear(); print(gc.collect())
