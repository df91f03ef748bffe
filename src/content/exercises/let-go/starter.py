import sys

class Cup:
    pass

cup = Cup()
mine = cup
shelf = [cup, cup]

# your lines here

print(sys.getrefcount(cup))
