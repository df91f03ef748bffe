class Cup:
    pass


cup = Cup()
mine = Cup()
yours = Cup()
print('done')
