import weakref
class C:
    def method(self): pass
class Callable:
    bar = None
    def __call__(self, x): self.bar = x
def create_function():
    def f(): pass
    return f
def create_bound_method(): return C().method
class B:
    cbcalled = 0
    def __init__(self): self.cbcalled=0
    def callback(self, ref): self.cbcalled += 1
for f in (C, create_function, create_bound_method):
    b=B()
    o = f()
    ref = weakref.ref(o, b.callback)
    print(weakref.getweakrefcount(o))
    del o
    print(f.__name__, b.cbcalled, ref())
class X:
    def __call__(self): pass
# types with weaklists
import sys
def g(): yield
objs = [C(), create_function(), C().method, set(), frozenset([1]), g(), type('T',(),{}), g.__code__, [].append, sys, create_function]
for o in objs:
    try: r=weakref.ref(o); print(type(o).__name__, 'ok')
    except TypeError as e: print(e)
n=[]
def cb(r): n.append(r() is None)
for mk in (lambda: set(), lambda: frozenset([1,2]), g, lambda: (lambda:0), lambda: C().method, lambda: [].append, lambda: type('T',(),{}), lambda: compile('1','a','eval'), lambda: type(sys)('m')):
    o=mk(); r=weakref.ref(o,cb); 
    nm=type(o).__name__
    del o
    import gc; gc.collect()
    print(nm, n, r()); n.clear()
