import gc

def generation_of(x):
    for generation in range(3):
        if id(x) in map(id, gc.get_objects(generation)):
            return generation

gc.collect()
box = []
print('new:', generation_of(box))

gc.collect(0)
print('after collect(0):', generation_of(box))

gc.collect(0)
print('again collect(0):', generation_of(box))

gc.collect(1)
print('after collect(1):', generation_of(box))
