row = ['first', 'second']
row.append('third')
print(row)
print(id(row) % 16)
