import gc

gc.collect()
ring = []

ring.extend([[], [], []])
del ring

print(gc.collect())
