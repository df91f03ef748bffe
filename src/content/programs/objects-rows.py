row = [0, 0]
grid = [row] * 3
grid[0][0] = 7
print(grid)
print(grid[0] is grid[2])
