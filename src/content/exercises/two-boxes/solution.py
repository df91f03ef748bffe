class Box:
    pass


first = Box()
second = Box()
third = Box()
del third
print('done')
