import gc

gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)

a = ['first']
a.append(a)
del a

print('found:', gc.collect())
gc.set_debug(0)
print(gc.garbage[0][0])

gc.garbage.clear()
print('found:', gc.collect())
