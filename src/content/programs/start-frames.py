def greet(name):
    text = 'hello ' + name
    return text


first = greet('Ada')
second = greet('Bob')
print(first, second)
