import gc

gc.disable()

class Page:
    alive = 0

    def __init__(self):
        Page.alive += 1
        self.owner = self

    def __del__(self):
        Page.alive -= 1

for visit in range(4):
    Page()
    print(visit, 'alive:', Page.alive)

gc.collect()
print('at last:', Page.alive)
