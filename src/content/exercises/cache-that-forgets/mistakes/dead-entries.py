import weakref

class Picture:
    pass

cache = {}

def load(name):
    if name not in cache:
        picture = Picture()
        cache[name] = weakref.ref(picture)
        return picture
    return cache[name]()

first = load('cat')
second = load('cat')
print('loaded once:', first is second)

del first, second
print('in the cache:', len(cache))
