import weakref

class Picture:
    def __init__(self, name):
        self.name = name

cache = weakref.WeakValueDictionary()

def load(name):
    picture = cache.get(name)
    if picture is None:
        print('loading', name)
        picture = cache[name] = Picture(name)
    return picture

first = load('cat')
second = load('cat')
print(first is second, len(cache))

del first, second
print(len(cache))
