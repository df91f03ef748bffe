class Box:
    pass


first = Box()
second = Box()
third = Box()
del second, third
print('done')
