import gc

saved = []

class Cat:
    def __del__(self):
        print('finalizer')
        cat = self

cat = Cat()
cat.me = cat
del cat

gc.collect()
print('between')
saved.clear()
again = gc.collect()
print('end')
