#: del_name
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = D('a')
b = a
del a
print('one left')
del b
print('none left')
#: rebinding
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
x = D(1)
x = D(2)
print('rebound')
x = None
print('end')
#: function_exit_order
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    a = D('a'); c = D('c'); b = D('b')
    print('leaving')
f()
print('left')
def g(a, b):
    c = D('local')
g(D('arg1'), D('arg2'))
#: list_order
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
l = [D(i) for i in range(4)]
del l
print('--')
l = [D(i) for i in range(4)]
l.clear()
print('--')
l = [D(i) for i in range(4)]
l[1:3] = []
print('--')
l[:] = [D(9)]
print('--')
#: dict_order
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __hash__(self): return hash(self.n)
    def __eq__(self, o): return self.n == o.n
d = {D(k): D(k + 10) for k in range(3)}
del d
print('--')
d = {D(k): D(k + 10) for k in range(3)}
d.clear()
print('--')
d = {1: D(1)}
d[1] = D(2)
print('--')
d.update({1: D(3)})
print('--')
d.pop(1, None)
print('--')
#: nested_containers
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
x = [(D(1), {2: D(2)}), [D(3), [D(4)]]]
x[0] = None
print('--')
x = 0
print('--')
#: instance_attributes_order
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
class C: pass
c = C()
c.b = D('b'); c.a = D('a'); c.z = D('z')
del c
print('--')
class S:
    __slots__ = ('b', 'a', 'z')
s = S()
s.z = D('z'); s.a = D('a'); s.b = D('b')
del s
print('--')
#: inherited_slots_order
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
class A: __slots__ = ('p', 'q')
class B(A): __slots__ = ('r',)
class C(B): pass
b = B(); b.r = D('r'); b.q = D('q'); b.p = D('p')
del b
print('--')
c = C(); c.r = D('r'); c.q = D('q'); c.p = D('p'); c.x = D('x')
del c
#: del_before_attributes
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
class C:
    def __init__(self): self.d = D('inner')
    def __del__(self): print('outer sees', self.d.n)
c = C()
c = None
print('end')
#: exception_clears_frame
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    d = D('local')
    raise ValueError
try:
    f()
except ValueError as e:
    print('in except')
print('after')
try:
    f()
except ValueError:
    print('in except 2')
print('after 2')
#: exception_name_deleted
class D(Exception):
    def __del__(self): print('del exc')
try:
    raise D()
except D as e:
    print('caught')
print('after')
try:
    raise D()
except D:
    print('caught')
print('after')
#: loop_variable_drops
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
for d in (D(i) for i in range(3)):
    print('body', d.n)
print('after')
del d
print('end')
#: loop_over_list_literal
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
for d in [D(1), D(2)]:
    print('body', d.n)
print('after')
d = None
print('end')
#: break_out_of_loop
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
for d in [D(1), D(2), D(3)]:
    if d.n == 2: break
print('after')
def f():
    for d in [D('x'), D('y')]:
        return d.n
print(f())
#: generator_close_drops
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def g():
    a = D('a')
    try:
        yield 1
        b = D('b')
        yield 2
    finally:
        print('finally')
it = g()
print(next(it))
print(next(it))
it.close()
print('closed')
it = g(); next(it)
del it
print('dropped')
#: generator_exhausted_drops
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def g(x):
    y = D('y')
    yield x.n
    print('resumed')
it = g(D('x'))
print(list(it))
print('exhausted')
#: return_in_finally_drops
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    try:
        a = D('a')
        return D('result')
    finally:
        print('finally')
f()
print('--')
x = f()
print('got')
x = None
#: expression_statement
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def m(self): return D(self.n + '.m')
D('x')
print('--')
D('a').m()
print('--')
D('a').m().m()
print('--')
[D('i'), D('j')][0]
print('--')
(D('k'), D('l'))
print('--')
#: call_arguments_time
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(*a): print('in f'); return len(a)
print(f(D(1), D(2)), f(D(3)))
print(len([D(4)]), str(D(5).n))
print(f(*[D(6)], D(7)))
#: swap_and_multiple_targets
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a, b = D('a'), D('b')
a, b = b, a
print('swapped')
a = b = D('c')
print('--')
a, b = D('d'), D('e')
print('--')
a = 0
b = 0
#: default_arguments_die_with_function
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(x=D('default'), *, y=D('kw')): pass
f.attr = D('attr')
print('made')
del f
print('gone')
#: closure_dies
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def outer():
    d = D('cell')
    def inner(): return d
    return inner
f = outer()
print('have')
f = None
print('gone')
#: decorator_and_lambda
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def deco(x):
    def wrap(f): return f
    return wrap
@deco(D('deco'))
def f(): pass
print('--')
g = (lambda d: lambda: d.n)(D('lam'))
print(g())
g = None
print('end')
#: class_with_del_object
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
class C:
    x = D('class attr')
C.x = None
print('--')
C.y = D('y')
del C.y
print('--')
#: with_statement
class D:
    def __init__(self, n): self.n = n
    def __enter__(self): print('enter'); return self
    def __exit__(self, *a): print('exit')
    def __del__(self): print('del', self.n)
with D('a'):
    print('body')
print('--')
with D('b') as b:
    print('body')
print('--')
with D('c') as b:
    print('body')
print('--')
del b
#: del_statement_targets
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
l = [D(0), D(1), D(2)]
del l[1]
print('--')
a = b = D(3)
del a, l[0]
print('--')
del (b), [l]
print('--')
#: string_formatting
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __str__(self): return 'D%s' % self.n
print('%s' % D(1))
print('{}'.format(D(2)))
print(f'{D(3)}')
print(str(D(4)), 'after')
#: comparisons_and_ops
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __lt__(self, o): return self.n < o.n
    def __add__(self, o): return D(self.n + o.n)
print(D(1) < D(2))
print('--')
print((D(1) + D(2)).n)
print('--')
x = D(5) + D(6)
print('--')
x = x + x
print('--')
print(D(1) < D(2) < D(3))
print('--')
x = 0
#: conditional_and_assert
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __bool__(self): return self.n > 0
if D(1): print('true')
if not D(0): print('false')
x = D(0) or D(2)
print('--')
x = D(3) and D(4)
print('--')
assert D(5)
while D(0): pass
print('end')
x = None
#: resurrect_in_global
saved = []
class D:
    def __del__(self):
        print('del')
        saved.append(self)
d = D()
del d
print(len(saved))
saved.clear()
print('second time: nothing')
#: module_end_order
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = D('a')
_b = D('_b')
c = D('c')
__d = D('__d')
print('end of module')
#: module_end_with_cycle
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = D('cyc')
a.self = a
b = D('plain')
print('end of module')
#: sys_exit_and_dels
import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    d = D('local')
    sys.exit(3)
g = D('global')
f()
#: uncaught_exception_and_dels
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    d = D('local')
    raise RuntimeError('boom')
g = D('global')
f()
#: del_raises_is_reported
class D:
    def __del__(self): raise ValueError('in del')
def f():
    d = D()
f()
print('after')
d = D()
del d
print('end')
#: deep_chain
class N:
    def __init__(self, nxt): self.nxt = nxt
n = None
for i in range(30000): n = N(n)
n = None
print('freed')
l = []
for i in range(30000): l = [l]
l = None
t = ()
for i in range(30000): t = (t,)
t = None
d = {}
for i in range(30000): d = {1: d}
d = None
print('all freed')
