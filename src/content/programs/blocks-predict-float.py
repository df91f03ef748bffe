import sys

row = [i + 0.5 for i in range(1000)]
places = sorted(map(id, row))
gaps = [b - a for a, b in zip(places, places[1:])]

print(sys.getsizeof(row[0]), min(gaps))
