import gc

def where(x):
    for n in range(3):
        objs = gc.get_objects(n)
        if id(x) in map(id, objs):
            return n

gc.collect()
box = []
print('new:', where(box))

gc.collect(0)
print('collect(0):', where(box))

gc.collect(0)
print('collect(0):', where(box))

gc.collect(1)
print('collect(1):', where(box))
