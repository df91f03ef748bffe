class Cup:
    pass


cup = Cup()
mine = cup
shelf = [cup]
print('done')
