e = 888888888
f = 888888888
print(e is f)
g = int('888888888')
print(e is g)


def other():
    return 888888888


print(e is other())
