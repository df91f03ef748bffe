class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


points = [Point(n, n) for n in range(100)]
print(len(points))
