#: start_and_stop
import tracemalloc
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
tracemalloc.start()
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
x = [None] * 1000
now, peak = tracemalloc.get_traced_memory()
print(now >= 8000, peak >= now)
del x
after, peak2 = tracemalloc.get_traced_memory()
print(now - after > 7900, peak2 >= peak)
tracemalloc.reset_peak() if hasattr(tracemalloc, 'reset_peak') else None
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())

#: where_an_object_was_made
import tracemalloc
a = bytearray(100)
print(tracemalloc.get_object_traceback(a))
tracemalloc.start()
b = bytearray(5000)
tb = tracemalloc.get_object_traceback(b)
print(len(tb), tb[0].lineno, tb)
print(tracemalloc.get_object_traceback(a))

#: statistics_by_line
import tracemalloc
data = []
big = i = None
tracemalloc.start()
for i in range(10):
    data.append(bytearray(10000))
big = bytearray(500000)
snapshot = tracemalloc.take_snapshot()
top = snapshot.statistics('lineno')
print([(s.traceback[0].lineno, s.count) for s in top[:2]])
print(top[0].size >= 500000, 100000 <= top[1].size < 102000)
print(type(top[0]).__name__, type(top[0].traceback).__name__)

#: two_snapshots
import tracemalloc
x = one = two = None
tracemalloc.start()
one = tracemalloc.take_snapshot()
x = bytearray(70000)
two = tracemalloc.take_snapshot()
diff = two.compare_to(one, 'lineno')
print([(d.traceback[0].lineno, d.size_diff >= 70000) for d in diff[:1]])
only = two.filter_traces([tracemalloc.Filter(True, '*case.py', lineno=5)])
print(len(only.traces), len(two.filter_traces((tracemalloc.Filter(False, '*case.py'),)).traces) < len(two.traces))
tracemalloc.clear_traces()
print(tracemalloc.get_traced_memory()[0] < 70000)

#: wrong_use
import tracemalloc
for f in (tracemalloc.take_snapshot, lambda: tracemalloc.start(0), lambda: tracemalloc.start(-1)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
tracemalloc.start(5)
print(tracemalloc.get_traceback_limit())
def make(): return bytearray(3000)
def outer(): return make()
b = outer()
for frame in tracemalloc.get_object_traceback(b): print(frame.lineno)
try: tracemalloc.take_snapshot().statistics('nothing')
except ValueError as e: print(e)
