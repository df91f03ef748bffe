class Row:
    def __init__(self):
        self.first = 0


grid = [Row()] + [Row()] * 2
grid[0].first = 7
print(grid[0].first, grid[1].first, grid[2].first)
