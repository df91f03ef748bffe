import sys

class Cup:
    pass

cup = Cup()
mine = cup
shelf = [cup, cup]

cup = Cup()

print(sys.getrefcount(cup))
