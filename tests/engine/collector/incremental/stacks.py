# Marking from frames: objects that only a running function holds.
import gc
gc.disable()
gc.collect()
gc.freeze()
gc.set_threshold(100, 10 ** 9)
def where(x):
    return [g for g in (0, 1, 2) if any(y is x for y in gc.get_objects(generation=g))]
def inner(depth, held):
    here = [held]
    if depth:
        return inner(depth - 1, here)
    print('young', where(here), where(held))
    print('mark', gc.collect(1), where(here), where(held))
    print('again', gc.collect(1), where(here), where(held))
inner(3, ['outer'])
def gen(n):
    local = [n]
    while True:
        yield local
g = gen(1); x = next(g)
print(where(g), where(x), gc.collect(1), where(g), where(x))
print(gc.collect(), where(g))
