row = list(map(bytes, [463] * 8000))

pin = row

del row
print('the list is gone')
