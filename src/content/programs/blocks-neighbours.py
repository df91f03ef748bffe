def nearest(row):
    places = sorted(map(id, row))
    pairs = zip(places, places[1:])
    return min(b - a for a, b in pairs)

n = 300
print(nearest([object() for i in range(n)]))
print(nearest([i + 0.5 for i in range(n)]))
print(nearest([bytes(20) for i in range(n)]))
