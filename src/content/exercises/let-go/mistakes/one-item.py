import sys

class Cup:
    pass

cup = Cup()
mine = cup
shelf = [cup, cup]

del mine
shelf.pop()

print(sys.getrefcount(cup))
