row = list(map(bytes, [463] * 8000))

# your line here

del row
print('the list is gone')
