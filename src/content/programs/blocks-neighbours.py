def nearest(row):
    places = sorted(map(id, row))
    return min(b - a for a, b in zip(places, places[1:]))

print('object():  ', nearest([object() for i in range(300)]))
print('float:     ', nearest([i + 0.5 for i in range(300)]))
print('bytes(20): ', nearest([bytes(20) for i in range(300)]))
