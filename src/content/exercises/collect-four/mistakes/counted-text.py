import gc

gc.collect()
ring = []

ring.append(ring)
ring.extend(['one', 'two', 'three'])
del ring

print(gc.collect())
