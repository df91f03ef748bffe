# Counts words, keeps where they stood, forgets the rare ones, and counts again.
TEXT = 'a rose is a rose is a rose and a daisy is not a rose but a daisy by the old stone wall '


def index(text):
    places = {}
    for number, word in enumerate(text.split()):
        places.setdefault(word, []).append((number, float(number)))
    return places


def pairs(words):
    return [(one + ' ' + other, len(one) * 1000 + len(other)) for one in words for other in words]


def forget(places, least):
    return {word: found for word, found in places.items() if len(found) >= least}


places = index(TEXT * 5)
both = pairs(list(places))
rows = [[float(n)] * (n % 37) for n in range(90)]
del both[::2]
places = forget(places, 20)
more = pairs(list(places))
rows = [row for row in rows if len(row) % 3]
again = index(TEXT * 3)
names = ['%s-%d' % (word, n) for n in range(12) for word in again]
both.clear()
places.clear()
rows.clear()
late = [{'name': name, 'size': len(name)} for name in names[::9]]
names.clear()
again.clear()
row = [None] * 60
for n in range(60):
    row[n] = bytes(400)
for n in list(range(0, 60, 2)) + list(range(1, 60, 2)):
    row[n] = None
for n in range(50):
    row[n] = bytes(400)
end = True
