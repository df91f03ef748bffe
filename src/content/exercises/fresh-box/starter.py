def add(item, box=[]):
    box.append(item)
    return box


one = add('a')
two = add('b')
print(one, two)
