import gc

gc.collect()
print(gc.get_threshold())

def show(what):
    middle, old = gc.get_count()[1:]
    print(what, middle, old)

show('start:')
gc.collect(0)
gc.collect(0)
show('two young ones:')
gc.collect(1)
show('a middle one:')
gc.collect()
show('a full one:')
