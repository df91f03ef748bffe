import gc
import weakref

class File:
    pass

file = File()
file.me = file
closing = weakref.finalize(file, print, 'closed')
print(closing.alive)

del file
print(closing.alive)
gc.collect()
print(closing.alive)
