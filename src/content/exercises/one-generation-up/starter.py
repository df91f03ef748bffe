import gc

gc.collect()
box = []
other = []
print('done')
