def add(item, box=None):
    if box is None:
        box = []
    box.append(item)
    return box


one = add('a')
two = add('b')
print(one, two)
