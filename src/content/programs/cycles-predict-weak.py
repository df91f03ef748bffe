import sys
import weakref

class Cup:
    pass

cup = Cup()
one = weakref.ref(cup)
two = weakref.ref(cup)
print(sys.getrefcount(cup))
