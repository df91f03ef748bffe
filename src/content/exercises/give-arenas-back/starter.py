row = list(map(bytes, [463] * 8000))
half = row[4000:]

# your lines here

print('done')
