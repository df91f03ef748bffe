import sys

class Cup:
    pass

cup = Cup()
mine = cup
shelf = [cup, cup]

del mine

print(sys.getrefcount(cup))
