import sys


class Plain:
    def __init__(self):
        self.x = 1
        self.y = 2


class Slim:
    __slots__ = ('x', 'y')

    def __init__(self):
        self.x = 1
        self.y = 2


def blocks(make):
    before = sys.getallocatedblocks()
    kept = [make() for _ in range(100)]
    return round((sys.getallocatedblocks() - before) / len(kept))


print(blocks(Plain), blocks(Slim))
print(sys.getsizeof(Slim()))
