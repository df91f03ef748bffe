class Cat:
    def __del__(self):
        global cat
        Cat.calls += 1
        cat = self

Cat.calls = 0
cat = Cat()
del cat
del cat
del Cat.__del__
print(Cat.calls)
