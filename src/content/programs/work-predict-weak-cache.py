import weakref

class Picture:
    pass

cache = weakref.WeakValueDictionary()
cache['cat'] = Picture()
cache['dog'] = dog = Picture()
print(len(cache))
