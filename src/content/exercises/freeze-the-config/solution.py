import gc

class Draft:
    pass

def load():
    draft = Draft()
    draft.me = draft
    return [['host', 'localhost'], ['port', 8080]]

gc.collect()
config = load()
gc.collect()
gc.freeze()
request = ['GET', config[0]]

print('serving')
