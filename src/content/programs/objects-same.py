one = [1]
two = [1]
three = one
print(one == two, one is two)
print(one == three, one is three)
three.append(2)
print(one == two, one is three)
