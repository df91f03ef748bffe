class Box:
    def __init__(self, name, inner):
        self.name = name
        self.inner = inner

    def __del__(self):
        print('freed:', self.name)

small = Box('small', None)
middle = Box('middle', small)
large = Box('large', middle)

del small
del middle
print('two names are gone')

del large
print('done')
