a = 5000
b = int('5000')
print(a == b, a is b)
