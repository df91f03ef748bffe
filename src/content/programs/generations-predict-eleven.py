import gc

young = 0

def note(phase, info):
    global young
    if phase == 'start' and info['generation'] == 0:
        young += 1
    elif phase == 'start':
        gc.disable()

gc.collect()
gc.set_threshold(20, 10, 10)
gc.callbacks.append(note)
keep = []
while gc.isenabled():
    keep.append([])
print(young)
