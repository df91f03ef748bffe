a = 100
b = int('100')
print(a == b, a is b)
