import gc

full = []

def note(phase, info):
    n = info['generation']
    if phase == 'start' and n == 2:
        full.append(True)

def build(n):
    old = [[] for i in range(n)]
    gc.collect()
    gc.callbacks.append(note)
    gc.set_threshold(10, 1, 1)
    young = []
    while not full:
        young.append([])
    return len(young)

gc.freeze()
more = build(1000)
print('new lists:', more)
