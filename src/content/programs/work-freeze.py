import gc

config = [['a', 1], ['b', 2]]
gc.collect()
gc.freeze()
print(gc.get_freeze_count() > 0)
print(len(gc.get_objects()) < 20)

ring = []
ring.append(ring)
del ring
print('found:', gc.collect())

gc.unfreeze()
print(gc.get_freeze_count())
