import gc

gc.collect()
inner = []
outer = [inner]
del inner

print(gc.collect(0))
