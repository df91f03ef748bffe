import gc

gc.collect()
kept = []
a = [kept]
b = [a]
a.append(b)
del a, b

print(gc.collect(0))
