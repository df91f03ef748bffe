inner = [1]
pair = (inner, 2)
inner.append(5)
print(pair)
