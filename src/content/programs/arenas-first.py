row = []
row += map(bytes, [463] * 2000)
row += map(bytes, [463] * 2000)
row += map(bytes, [463] * 2000)
print(len(row) * 496 // 1024, 'KiB in blocks')
