import gc

gc.collect()
ring = [[], 'a text', 10_000, 2.5]
ring.append(ring)
del ring

print(gc.collect())
