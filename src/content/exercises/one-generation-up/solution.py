import gc

gc.collect()
box = []
gc.collect(0)
other = []
print('done')
