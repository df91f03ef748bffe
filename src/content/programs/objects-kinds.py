import sys

for thing in (1, 'a', [], len, sys, list, type):
    print(type(thing).__name__, isinstance(thing, object))
