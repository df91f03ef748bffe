import gc, io, sys

def tell(phase, info):
    print(phase, "generation", info["generation"], "collected", info["collected"])

gc.collect()
gc.callbacks.append(tell)
terminal, sys.stderr = sys.stderr, io.StringIO()
gc.set_debug(gc.DEBUG_COLLECTABLE)
a = [1]
b = {"a": a}
a.append(b)
del a, b
gc.collect(0)
gc.set_debug(0)
text, sys.stderr = sys.stderr.getvalue(), terminal
for line in text.splitlines():
    print(line.split(" 0x")[0])
gc.callbacks.remove(tell)
