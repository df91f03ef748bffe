import gc

class Cup:
    pass

cup = Cup()
print([gc.is_tracked(x) for x in ([], 'text', 10 ** 30, cup)])
