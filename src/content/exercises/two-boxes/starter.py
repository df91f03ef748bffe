class Box:
    pass


first = Box()
second = Box()
third = Box()
# your line here
print('done')
