e = 888888888
f = 888888888
print(e == f)
print(e is f)
