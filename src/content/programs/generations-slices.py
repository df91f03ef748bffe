import gc

class Ring:
    def __init__(self):
        self.me = self

def drop_one():
    Ring()

gc.disable()
gc.collect()
gc.freeze()

old = Ring()
gc.collect(0)
del old

for turn in (1, 2, 3):
    drop_one()
    print('found:', gc.collect(1))

print('in all:', gc.collect())
