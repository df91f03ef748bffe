class Cup:
    pass


cup = Cup()
# your lines here
print('done')
