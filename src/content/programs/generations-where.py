import gc

def collections():
    young = gc.get_stats()[0]
    return young['collections']

def make(n):
    before = collections()
    empty = [()] * n
    rows = list(map(list, empty))
    return collections() - before

gc.collect()
gc.set_threshold(100, 1000, 1000)
found = make(1000)
print('collections:', found)
