import gc

before = gc.get_stats()[0]['collections']
for i in range(10_000):
    pair = [i, i]
after = gc.get_stats()[0]['collections']

print(after - before)
