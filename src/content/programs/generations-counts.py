import gc

gc.collect()
print(gc.get_threshold())

def show(what):
    young, middle, old = gc.get_count()
    print(what, middle, old)

show('start:')
gc.collect(0)
gc.collect(0)
show('two young ones:')
gc.collect(1)
show('a middle one:')
gc.collect()
show('a full one:')
