#: cell_comparison_and_repr
import re
def f(x):
    return (lambda: x).__closure__[0]
a, b, c = f(1), f(2), f(1)
print(a == c, a < b, a != b, a is c, a > b)
print(re.sub('0x[0-9a-f]+', 'ADDR', repr(a)))
try: hash(a)
except TypeError as e: print(e)
import types
e = types.CellType()
print(re.sub('0x[0-9a-f]+', 'ADDR', repr(e)), e == types.CellType(), e < a)
try: e.cell_contents
except ValueError as ex: print(ex)
print(types.CellType(5).cell_contents)
try: types.CellType(1, 2)
except TypeError as ex: print(ex)
#: cell_counts
import sys
o = object()
base = sys.getrefcount(o)
def f(x):
    def g(): return x
    return g
g = f(o)
print(sys.getrefcount(o) - base)
h = f(o)
print(sys.getrefcount(o) - base, sys.getrefcount(g.__closure__[0]), sys.getrefcount(g.__closure__))
del g
print(sys.getrefcount(o) - base)
h.__closure__[0].cell_contents = None
print(sys.getrefcount(o) - base)
#: late_binding
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def make():
    out = []
    for i in range(3):
        def f(): return i
        out.append(f)
    return out
a = make()
print([f() for f in a], a[0].__closure__[0] is a[1].__closure__[0])
#: nonlocal_shared_by_many
def bank(n):
    def put(k):
        nonlocal n
        n += k
        return n
    def get(): return n
    def reset():
        nonlocal n
        del n
    return put, get, reset
put, get, reset = bank(10)
print(put(5), get(), put.__closure__[0] is get.__closure__[0])
reset()
try: get()
except NameError as e: print(type(e).__name__, e)
try: put(1)
except NameError as e: print(type(e).__name__, e)
#: nested_three_levels
def a():
    x = 'a'
    def b():
        y = 'b'
        def c():
            nonlocal x, y
            x += '!'
            y += '?'
            return x + y
        return c, lambda: (x, y)
    return b
b = a()
c1, r1 = b()
c2, r2 = b()
print(c1(), c1(), c2(), r1(), r2())
print(c1.__code__.co_freevars, b.__code__.co_freevars, b.__code__.co_cellvars)
#: order_of_freevars
def f(zeta, alpha):
    mid = 1
    def g():
        return mid, zeta, alpha
    def h():
        return alpha, zeta
    return g, h
g, h = f(1, 2)
print(f.__code__.co_cellvars, g.__code__.co_freevars, h.__code__.co_freevars)
print([c.cell_contents for c in g.__closure__], [c.cell_contents for c in h.__closure__])
#: class_cell
class A:
    def m(self): return __class__
    def n(self): return super().__init__
    def o(self): return 1
print(A().m() is A, A.m.__code__.co_freevars, A.n.__code__.co_freevars, A.o.__code__.co_freevars)
print(A.m.__closure__[0].cell_contents is A, A.m.__closure__[0] is A.n.__closure__[0])
class Meta(type):
    def __new__(m, name, bases, ns):
        print(sorted(k for k in ns if 'class' in k))
        return super().__new__(m, name, bases, ns)
class B(metaclass=Meta):
    def f(self): return __class__
print(B().f() is B)
class Bad(type):
    def __new__(m, name, bases, ns):
        ns.pop('__classcell__', None)
        return super().__new__(m, name, bases, ns)
try:
    class C(metaclass=Bad):
        def f(self): return __class__
except RuntimeError as e: print(str(e)[:60])
#: class_scope_is_skipped
x = 'global'
class K:
    x = 'class'
    def m(self): return x
    a = [x for _ in range(1)]
    b = (lambda: x)()
    c = x
    def d(self, y=x): return y
print(K().m(), K.a, K.b, K.c, K().d())
def f():
    x = 'enclosing'
    class L:
        y = x
        def g(self): return x
    return L
print(f().y, f()().g())
def h():
    x = 'enc'
    class L:
        x = x if False else 'own'
        z = x
    return L.z
try: print(h())
except NameError as e: print(e)
#: global_in_nested
x = 0
def f():
    x = 1
    def g():
        global x
        x = 5
        return x
    g()
    return x
print(f(), x)
def h():
    global made
    made = 'yes'
h()
print(made)
#: default_arguments_hold
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(a=D('default'), *, k=D('kwdefault')): return a
print(f.__defaults__[0].n, f.__kwdefaults__['k'].n)
f.__defaults__ = None
print('defaults gone')
f.__kwdefaults__ = None
print('kwdefaults gone')
try: f()
except TypeError as e: print(e)
#: function_attribute_errors
def f(): pass
for n, v in (('__defaults__', 5), ('__kwdefaults__', 5), ('__name__', 5), ('__qualname__', 5), ('__code__', 5), ('__dict__', 5), ('__annotations__', 5), ('__closure__', ()), ('__globals__', {})):
    try:
        setattr(f, n, v)
        print('set', n)
    except (TypeError, AttributeError) as e: print(n, type(e).__name__, e)
for n in ('__defaults__', '__name__', '__code__', '__closure__', '__dict__'):
    try:
        delattr(f, n)
        print('deleted', n)
    except (TypeError, AttributeError) as e: print(n, type(e).__name__, e)
#: function_type_constructor
import types
def outer(v):
    def f(a, b=1): return a, b, v
    return f
f = outer(3)
g = types.FunctionType(f.__code__, {}, 'gg', (9,), f.__closure__)
print(g(1), g.__name__, g.__qualname__, g.__module__)
for args in ((f.__code__,), (f.__code__, {}), (f.__code__, {}, None, None, ()), (f.__code__, {}, 5), (f.__code__, {}, None, 5), (f.__code__, {}, None, None, (1,)), (5, {})):
    try: print(types.FunctionType(*args).__name__)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
#: closure_assigned_code
def a(x):
    def f(): return x
    return f
def b(x):
    def f(): return x * 100
    return f
f, g = a(1), b(2)
f.__code__ = g.__code__
print(f())
def none(): pass
try: f.__code__ = none.__code__
except ValueError as e: print(e)
try: none.__code__ = f.__code__
except ValueError as e: print(e)
#: argument_becomes_cell
import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(a, *args, k=None, **kw):
    def g(): return a, args, k, kw
    a = 0
    print('rebound')
    return g
g = f(D('a'), D('star'), k=D('k'), z=D('z'))
print('returned')
del g
print('end')
#: generator_expression_captures
def f():
    n = 3
    g = (i * n for i in range(n))
    n = 10
    return list(g)
print(f())
def h(seq):
    return (x for x in seq), [lambda: x for x in seq]
g, ls = h([1, 2])
print(list(g), [l() for l in ls], g.gi_code.co_varnames)
#: comprehension_cells
import sys
def f():
    fs = [lambda: x for x in range(3)]
    return fs
a = f()
print(a[0].__closure__[0] is a[2].__closure__[0], f.__code__.co_cellvars, [g() for g in a])
def k():
    x = 'outer'
    def get(): return x
    ys = [x for x in range(3)]
    return get(), x, ys, k.__code__.co_cellvars
print(k())
def m():
    return [[(lambda: (i, j)) for j in range(2)] for i in range(2)]
print([[h() for h in row] for row in m()])
#: walrus_in_comprehension
def f():
    last = None
    out = [last := i for i in range(4)]
    return out, last
print(f())
total = 0
r = [total := total + v for v in (1, 2, 3)]
print(r, total)
def g():
    any((w := x) > 2 for x in range(9))
    return w
print(g())
try: exec('class K:\n a = [b := 1 for _ in range(2)]')
except SyntaxError as e: print(e.msg)
try: exec('[i := 0 for i in range(2)]')
except SyntaxError as e: print(e.msg)
#: recursion_through_cell
def f():
    def fact(n): return 1 if n < 2 else n * fact(n - 1)
    return fact
g = f()
print(g(10), g.__closure__[0].cell_contents is g)
import gc
gc.disable()
gc.collect()
del g
print(gc.collect())
#: lambda_defaults_and_scopes
y = 1
fs = [(lambda a, b=y: (a, b)), (lambda *a, **k: (a, k)), (lambda a, /, b, *, c: (a, b, c))]
y = 2
print(fs[0](0), fs[1](1, z=2), fs[2](1, 2, c=3))
try: fs[2](a=1, b=2, c=3)
except TypeError as e: print(e)
print((lambda x: (lambda y: (lambda z: x + y + z)))(1)(2)(3))
#: exec_in_closure
def f():
    x = 1
    def g():
        exec('x = 2')
        return x
    def h():
        return eval('x')
    try: r = h()
    except NameError as e: r = str(e)
    return g(), r
print(f())
def k():
    x = 1
    def h():
        x
        return eval('x'), sorted(eval('locals()'))
    return h()
print(k())
#: decorators_and_cells
def count(f):
    def w(*a):
        w.calls += 1
        return f(*a)
    w.calls = 0
    return w
@count
def add(a, b): return a + b
print(add(1, 2), add(3, 4), add.calls, add.__closure__[0].cell_contents.__name__, [type(c.cell_contents).__name__ for c in add.__closure__], add.__code__.co_freevars)
#: unbound_cell_names
def f():
    if False: x = 1
    def g(): return x
    try: return g()
    except NameError as e: return type(e).__name__, str(e)
print(f())
def h():
    def g(): return later
    try: g()
    except NameError as e: msg = str(e)
    later = 1
    return msg, g()
print(h())
def k():
    x = 1
    def g(): return x
    del x
    try: g()
    except NameError as e: print(e)
    try: x
    except NameError as e: print(type(e).__name__, e)
    try: del x
    except NameError as e: print(type(e).__name__, e)
k()
#: exec_with_closure
import sys
def f():
    x, y = 1, 2
    def g(): print('in exec', x + y)
    return g
g = f()
try: exec(g.__code__, {}, closure=g.__closure__)
except TypeError as e: print(e)
try: exec(g.__code__)
except TypeError as e: print(e)
try: eval(g.__code__)
except TypeError as e: print(e)
#: cells_and_gc
import gc
gc.disable()
gc.collect()
def f():
    o = object()
    def g(): return o
    return g
g = f()
c = g.__closure__[0]
print(gc.is_tracked(c), gc.is_tracked(g), gc.is_tracked(g.__closure__), [type(r).__name__ for r in gc.get_referents(c)])
print([type(r).__name__ for r in gc.get_referrers(c)], len(gc.get_referents(g)) > 3)
c.cell_contents = None
print(gc.get_referents(c), gc.is_tracked(c))
#: sizes_of_functions_and_cells
import sys
def f(x):
    return lambda: x
g = f(1)
print(sys.getsizeof(f), sys.getsizeof(g), sys.getsizeof(g.__closure__[0]), sys.getsizeof(g.__closure__), sys.getsizeof(f.__defaults__))
f.attr = 1
print(sys.getsizeof(f), type(f).__basicsize__, type(g.__closure__[0]).__basicsize__)
#: free_and_cell_positions
def f(a, b):
    c = 1
    def g():
        d = 2
        def h(): return a, c, d
        return h
    return g, b
g, _ = f('A', 'B')
h = g()
print(f.__code__.co_varnames, f.__code__.co_cellvars, f.__code__.co_nlocals)
print(g.__code__.co_varnames, g.__code__.co_cellvars, g.__code__.co_freevars)
print(h.__code__.co_varnames, h.__code__.co_freevars, h())
