row = list(map(bytes, [463] * 8000))
kept = row[::500]
print(len(row), 'objects,', len(kept), 'kept')

del row
print('only the kept ones are left')

del kept
print('none is left')
