a = 5000
b = int('5001')
print(a == b, a is b)
