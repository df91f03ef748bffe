class Cup:
    told = []

    def __init__(self, color):
        self.color = color

    def __del__(self):
        self.told.append(self.color)

shelf = [Cup('red'), Cup('blue')]
mine = shelf[0]
del shelf
print(len(Cup.told), *Cup.told)
