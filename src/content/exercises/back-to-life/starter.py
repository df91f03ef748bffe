import gc

saved = []

class Cat:
    # your finalizer here: it prints 'finalizer', and brings the cat back
    pass

cat = Cat()
cat.me = cat
del cat

gc.collect()
print('between')
# your line here
again = gc.collect()
print('end')
