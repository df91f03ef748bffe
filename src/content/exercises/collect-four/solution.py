import gc

gc.collect()
ring = []

ring.append(ring)
ring.extend([[], [], []])
del ring

print(gc.collect())
