row = ['north', 'south']
row.append('east')
print(row)
print(id(row) % 16)
