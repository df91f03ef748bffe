import gc

class Draft:
    pass

def load():
    draft = Draft()
    draft.me = draft
    return [['host', 'localhost'], ['port', 8080]]

gc.collect()
gc.freeze()
config = load()
gc.collect()
request = ['GET', config[0]]

print('serving')
