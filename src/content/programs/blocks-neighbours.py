def nearest(row):
    places = sorted(map(id, row))
    return min(b - a for a, b in zip(places, places[1:]))

print(nearest([object() for i in range(1000)]))
print(nearest([bytes(9) for i in range(1000)]))
print(nearest([bytes(463) for i in range(1000)]))
