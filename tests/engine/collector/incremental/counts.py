# What count 0 counts: objects that are tracked, in free lists or not.
import gc
gc.disable()
gc.collect()
print(gc.get_threshold())
gc.set_threshold(1000, 20, 30)
print(gc.get_threshold())
gc.set_threshold(2000, 10)
other = []
class E: pass
class S: __slots__ = 'a',
def deltas(make):
    keep = [None] * 100
    for i in range(2):
        before = gc.get_count()[0]
        for i in range(100): keep[i] = make()
        made = gc.get_count()[0] - before
        keep[:] = [None] * 100
        gone = gc.get_count()[0] - before - made
    return made, gone
print('list', deltas(lambda: []))
print('dict', deltas(lambda: {}))
print('tuple', deltas(lambda: (other,)))
print('atoms', deltas(lambda: (1.5, None)[:1]))
print('set', deltas(set))
print('object', deltas(object))
print('instance', deltas(E))
print('slots', deltas(S))
print('int', deltas(lambda: 10 ** 10))
print('slice', deltas(lambda: slice(other)))
print('iterator', deltas(lambda: iter(other)))
print('method', deltas(lambda: other.append))
print('exception', deltas(ValueError))
print('generator', deltas(lambda: (i for i in ())))
print([gc.is_tracked(x) for x in [(), (1, 'a'), tuple([1, 2]), (other,), {}, {1: 2}, [], E(), E().__dict__]])
