import gc

def collections():
    return sum(one['collections'] for one in gc.get_stats())

def make(n):
    before = collections()
    rows = list(map(list, [()] * n))
    return collections() - before

gc.collect()
gc.set_threshold(100, 1000, 1000)
found = make(1000)
print('collections while one call made 1000 lists:', found)
