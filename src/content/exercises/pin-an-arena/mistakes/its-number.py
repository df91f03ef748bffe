row = list(map(bytes, [463] * 8000))

pin = id(row[4000])

del row
print('the list is gone')
