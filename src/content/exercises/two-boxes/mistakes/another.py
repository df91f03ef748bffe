class Box:
    pass


first = Box()
second = Box()
third = Box()
fourth = Box()
print('done')
