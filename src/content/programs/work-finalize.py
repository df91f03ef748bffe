import weakref

class Connection:
    def __init__(self, name):
        self.name = name

def close(name):
    print("closed", name)

a = Connection("a")
b = Connection("b")
b.itself = b
weakref.finalize(a, close, "a")
at_end = weakref.finalize(b, close, "b")
del a
print("b alive:", at_end.alive)
del b
print("b alive:", at_end.alive)
print("end of the program")
