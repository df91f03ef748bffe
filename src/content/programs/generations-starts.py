import gc

started = []

def note(phase, info):
    n = info['generation']
    if phase == 'start':
        started.append(n)

def keep_making():
    keep = []
    while len(started) < 10:
        keep.append([])

gc.collect()
gc.set_threshold(20, 3, 100)
gc.callbacks.append(note)
keep_making()
gc.callbacks.remove(note)
print(started)
