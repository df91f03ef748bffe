import gc

gc.collect()
ring = []

# your lines here

print(gc.collect())
