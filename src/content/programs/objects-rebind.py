x = 'old'
y = x
print(x is y)
y = 'new'
print(x is y, x, y)
