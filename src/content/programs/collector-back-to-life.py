import gc

saved = []

class Cat:
    __slots__ = ('me',)

    def __del__(self):
        print('finalizer')
        saved.append(self)

cat = Cat()
cat.me = cat
del cat

print('found:', gc.collect())
print('saved:', len(saved))

saved.clear()
print('found:', gc.collect())
