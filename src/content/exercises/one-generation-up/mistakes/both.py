import gc

gc.collect()
box = []
other = []
gc.collect(0)
print('done')
