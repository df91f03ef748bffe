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

#: order_in_garbage
import gc
gc.disable()
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=' ')
ring = [A(i) for i in range(6)]
for i in range(6): ring[i].next = ring[i - 1]
ring[3].hangs = A('h')
ring[0].list = [A('x'), A('y')]
del ring
print(gc.collect())
a, b = A('a'), A('b')
a.b = b; b.a = a
gc.collect(0)
c = A('c'); c.me = c
del a, b, c
print(gc.collect(0), end=' | '); print(gc.collect(1), end=' | '); print(gc.collect())

#: resurrected_by_another
import gc
gc.disable()
saved = []
class A:
    def __init__(self, n): self.n = n
    def __del__(self):
        print('del', self.n)
        if self.n == 1: saved.append(self.other)
a, b, c = A(1), A(2), A(3)
a.other = b; b.other = a; c.me = c
del a, b, c
print(gc.collect(), [s.n for s in saved], [gc.is_tracked(s) for s in saved])
saved.clear()
print(gc.collect())

#: exception_in_garbage_finalizer
import gc, sys
gc.disable()
class A:
    def __del__(self): raise ValueError('from del')
a = A(); a.me = a
del a
gc.collect()
def hook(args): print(args.exc_type.__name__, args.exc_value, type(args.object).__name__)
sys.unraisablehook = hook
b = A(); b.me = b; del b
print(gc.collect() > 0)

#: generators_in_garbage
import gc
gc.disable()
def gen(n):
    me = yield
    try: yield
    except BaseException as e: print(n, type(e).__name__)
    finally: print('closed', n)
for n in range(3):
    g = gen(n); next(g); g.send(g)
del g
print(gc.collect())
h = gen(9); next(h)
del h
print('end')

#: coroutines_in_garbage
import gc
gc.disable()
async def co(box):
    box.append('x')
box = []
c = co(box); box.append(c); c.close(); del c, box
print(gc.collect())

#: deep_chains
class N:
    def __init__(self, next): self.next = next
n = None
for i in range(50000): n = N(n)
del n
l = []
for i in range(50000): l = [l]
del l
t = ()
for i in range(50000): t = (t,)
del t
d = {}
for i in range(20000): d = {1: d}
del d
print('freed')

#: del_once_only
import gc
gc.disable()
kept = []
class A:
    def __del__(self):
        print('del')
        kept.append(self)
a = A(); del a
print(len(kept), gc.is_tracked(kept[0]))
kept.clear()
print(len(kept))
b = A(); b.me = b; del b
gc.collect()
kept.clear()
print(gc.collect(), len(kept))

#: slots_and_del
import gc
gc.disable()
class S:
    __slots__ = 'a', 'b'
    def __del__(self): print(hasattr(self, 'a'), hasattr(self, 'b'))
s = S(); s.a = s; del s
print(gc.collect())
s = S(); s.b = 1; del s
#: exceptions_of_atexit
import atexit, sys
sys.stderr = sys.stdout
def fails(value):
    print(value)
    raise ValueError(value)
atexit.register(fails, 1)
atexit.register(lambda: 1/0)
atexit.register(fails, value=2)
@atexit.register
def leaves():
    raise SystemExit('left')
#: exceptions_of_atexit_and_the_hook
import atexit, sys
def hook(told):
    print(told.exc_type.__name__, told.err_msg is None, told.object is None)
sys.unraisablehook = hook
sys.stderr = sys.stdout
def fails():
    raise ValueError('late')
atexit.register(fails)
