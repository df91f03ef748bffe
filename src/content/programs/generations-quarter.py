import gc

full = []

def note(phase, info):
    n = info['generation']
    if phase == 'start' and n == 2:
        full.append(True)

def build(n):
    old = [[] for i in range(n)]
    gc.set_threshold(0)
    gc.collect()
    full.clear()
    gc.set_threshold(10, 1, 1)
    young = []
    while not full:
        young.append([])
    return len(young)

gc.freeze()
gc.callbacks.append(note)
more = build(1000)
print('1000 old:', more, 'new')
more = build(0)
print('none old:', more, 'new')
