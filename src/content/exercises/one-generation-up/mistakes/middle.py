import gc

gc.collect()
box = []
gc.collect(1)
other = []
print('done')
