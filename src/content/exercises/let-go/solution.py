import sys

class Cup:
    pass

cup = Cup()
mine = cup
shelf = [cup, cup]

del mine
del shelf

print(sys.getrefcount(cup))
