class Cup:
    pass


cup = Cup()
mine = cup
print('done')
