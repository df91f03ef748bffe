import gc

saved = []

class Cat:
    def __del__(self):
        print('finalizer')
        saved.append(self)

cat = Cat()
cat.me = cat
del cat

gc.collect()
print('between')
saved.pop().me = None
again = gc.collect()
print('end')
