row = list(map(bytes, [463] * 8000))

pin = row[4000]

del row
print('the list is gone')
