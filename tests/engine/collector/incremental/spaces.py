# Where objects stand, and what each kind of collection does with them.
import gc
gc.disable()
gc.collect()
base = gc.get_stats()
def stats():
    return [tuple(now[k] - then[k] for k in ('collections', 'collected', 'uncollectable'))
            for now, then in zip(gc.get_stats(), base)]
def where(x):
    return [g for g in (0, 1, 2) if any(y is x for y in gc.get_objects(generation=g))]
x = [0]
print(where(x), where(gc))
for g in (0, 1, 1, 2, 1, 0, 1, 2):
    y = []; y.append(y); del y
    print('collect', g, gc.collect(g), gc.get_count(), where(x), stats())
print(len(gc.get_objects(generation=1)))
gc.freeze()
print(gc.get_freeze_count() > 100, where(x), gc.get_count())
z = [x]
print(where(z), gc.collect(), where(z))
gc.unfreeze()
print(gc.get_freeze_count(), where(x))
for bad in (3, -1):
    try: gc.collect(bad)
    except ValueError as e: print(e)
