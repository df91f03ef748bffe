import gc

started = []

def note(phase, info):
    if phase == 'start':
        started.append(info['generation'])

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
