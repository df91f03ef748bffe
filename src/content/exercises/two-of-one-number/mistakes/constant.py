a = 5000
b = 5000
print(a == b, a is b)
