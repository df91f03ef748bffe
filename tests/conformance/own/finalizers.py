#: called_once
class D:
    def __del__(self):
        print('del')
        global keep
        keep = self
d = D()
del d
keep = None
print('end')
#: exception_in_del
class D:
    def __del__(self): 1 / 0
d = D()
d = None
print('goes on')
#: del_looked_up_on_type
class D: pass
d = D()
d.__del__ = lambda: print('instance')
del d
class E: pass
E.__del__ = lambda self: print('type')
e = E()
del e
#: del_with_wrong_signature
class D:
    def __del__(self, x): pass
D()
print('on')
class E:
    __del__ = 5
E()
print('on')
#: del_and_attributes
class D:
    def __init__(self): self.x = [1]
    def __del__(self):
        self.x.append(2)
        print(self.x, type(self).__name__)
D()
#: del_in_hierarchy
class A:
    def __del__(self): print('A')
class B(A):
    def __del__(self):
        print('B')
        super().__del__()
class C(B): pass
C(); B(); A()
#: del_of_init_failure
class D:
    def __init__(self): raise ValueError('init')
    def __del__(self): print('del called')
try: D()
except ValueError as e: print(e)
#: del_of_new_failure
class D:
    def __new__(cls): raise ValueError('new')
    def __del__(self): print('never')
try: D()
except ValueError as e: print(e)
#: del_at_exit_order
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
x = D('x')
y = D('y')
class K: z = D('in class')
def f(d=D('in default')): pass
l = [D('in list')]
print('end')
#: globals_at_exit
class D:
    def __del__(self):
        print('print still works', glob)
d = D()
glob = 'global value'
#: atexit_before_teardown
import atexit
class D:
    def __del__(self): print('del')
d = D()
atexit.register(print, 'atexit 1')
atexit.register(lambda: print('atexit 2', d is not None))
print('end')
#: sys_exc_info_in_del
import sys
class D:
    def __del__(self): print(sys.exc_info()[0])
try:
    raise KeyError
except KeyError:
    d = D()
    del d
d = D()
del d
#: exception_state_preserved
class D:
    def __del__(self):
        try: raise IndexError
        except IndexError: pass
def f():
    d = D()
    raise ValueError('kept')
try: f()
except ValueError as e: print(e, e.__context__)
#: del_during_unwind
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(n):
    d = D(n)
    if n: f(n - 1)
    else: raise ValueError
try: f(3)
except ValueError: print('caught')
print('end')
#: generator_finally_on_del
def g():
    try: yield 1
    finally: print('cleanup')
x = g()
next(x)
del x
print('end')
#: generator_ignores_exit
def g():
    try: yield 1
    except GeneratorExit:
        yield 2
x = g()
next(x)
try: x.close()
except RuntimeError as e: print(e)
y = g(); next(y)
del y
print('end')
#: context_manager_vs_del
class R:
    def __enter__(self): return self
    def __exit__(self, *a): print('exit', a[0])
    def __del__(self): print('del')
try:
    with R() as r: raise KeyError
except KeyError: print('caught')
print('end')
#: del_sets_attribute_on_others
log = []
class D:
    def __init__(self, o): self.o = o
    def __del__(self): self.o.flag = True; log.append(1)
class O: flag = False
o = O()
D(o)
print(o.flag, log)
#: unraisablehook
import sys
def hook(u): print('hook', u.exc_type.__name__, u.exc_value, u.err_msg, type(u.object).__name__)
sys.unraisablehook = hook
class D:
    def __del__(self): raise ValueError('x')
D()
print('end')
#: del_and_weakref_callback
import weakref
class D:
    def __del__(self): print('del')
d = D()
weakref.finalize(d, print, 'finalize')
r = weakref.ref(d, lambda r: print('callback'))
del d
#: thread_of_dels
class N:
    def __init__(self, n, nxt): self.n, self.nxt = n, nxt
    def __del__(self): print('del', self.n, end=' ')
x = None
for i in range(6): x = N(i, x)
del x
print()
#: replaced_while_deleting
class D:
    def __init__(self, n): self.n = n
    def __del__(self):
        global x
        print('del', self.n)
        if self.n < 3: x = D(self.n + 1)
x = D(0)
x = None
print('end', x)
x = None
print('end 2', x)
#: list_mutation_in_del
l = []
class D:
    def __del__(self): l.append('from del')
l.append(D())
l[0] = 'new'
print(l)
l.append(D())
l.clear()
print(l)
#: dict_mutation_in_del
d = {}
class D:
    def __del__(self): d['added'] = 1
d['x'] = D()
d['x'] = 2
print(d)
d['y'] = D()
del d['y']
print(d)
d['z'] = D()
d.clear()
print(d)
#: print_in_del_at_exit_of_module_function
def helper(x): return 'helped ' + x
class D:
    def __del__(self): print(helper('del'))
d = D()
#: del_with_subclass_slots
class S:
    __slots__ = ('v',)
    def __del__(self): print('del', getattr(self, 'v', 'unset'))
s = S(); s.v = 1
del s
S()
#: metaclass_and_class_del
class M(type):
    def __del__(cls): print('class gone', cls.__name__)
def f():
    class C(metaclass=M): pass
f()
import gc
gc.collect()
print('end')
