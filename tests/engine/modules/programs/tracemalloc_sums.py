import tracemalloc


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def here(stat):
    return stat.traceback[0].filename.endswith('tracemalloc_sums.py')


print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit())
t(tracemalloc.take_snapshot)
t(lambda: tracemalloc.start(0))
t(lambda: tracemalloc.start(2**20))
t(lambda: tracemalloc.start('a'))
print(tracemalloc.get_object_traceback([]))

keep = [[] for i in range(200)]
del keep  # the free lists are full
tracemalloc.start()
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
array = bytearray(100000)
numbers = tuple(range(10000, 10100))
unique = {i for i in range(400)}
text = 'x' * 5000
snapshot = tracemalloc.take_snapshot()
lines = {s.traceback[0].lineno: s for s in snapshot.statistics('lineno') if here(s)}
for line in (26, 27, 28):
    print(line, lines[line].size, lines[line].count)
biggest = lines[28]
print(str(biggest)[-41:], repr(biggest)[-32:])
del array
later = tracemalloc.take_snapshot()
for s in later.compare_to(snapshot, 'lineno'):
    if here(s) and s.size_diff < -1000:
        print(s.traceback[0].lineno, s.size, s.size_diff, s.count, s.count_diff, str(s)[-50:])
one = snapshot.filter_traces((tracemalloc.Filter(True, '*tracemalloc_su?s.py', 27),))
print(len(one.traces), sum(trace.size for trace in one.traces))
print(snapshot.filter_traces((tracemalloc.Filter(False, '*'),)).traces)
found = tracemalloc.get_object_traceback(unique)
print(len(found), found[0].lineno, found.format()[1], found.total_nframe)
now, peak = tracemalloc.get_traced_memory()
big = bytearray(50000)
print(tracemalloc.get_traced_memory()[0] - now >= 50001)
del big
tracemalloc.reset_peak()
now, peak = tracemalloc.get_traced_memory()
print(peak - now < 1000, tracemalloc.get_tracemalloc_memory() > 10000)
tracemalloc.clear_traces()
print(tracemalloc.get_traced_memory()[0] < 1000)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())

tracemalloc.start(2)


def inner():
    return bytearray(1000)


def outer():
    return inner()


made = [outer() for i in range(4)]
top = tracemalloc.take_snapshot().statistics('traceback')[0]
print([frame.lineno for frame in top.traceback], top.size, top.count, top.traceback.total_nframe)
t(lambda: snapshot.statistics('bad'))
t(lambda: snapshot.statistics('traceback', True))
t(lambda: snapshot.filter_traces(5))
print(tracemalloc.Frame(('a', 1)), tracemalloc.Frame(('a', 1)) < tracemalloc.Frame(('a', 2)))
print(repr(tracemalloc.Traceback((('a', 1), ('b', 2)))))
print(tracemalloc.Trace((0, 2048, (('a', 1),), 1)))
tracemalloc.stop()
