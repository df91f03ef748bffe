#: literal_argument
import sys
print(sys.getrefcount(object()), sys.getrefcount([]), sys.getrefcount({}), sys.getrefcount({1}))
#: two_names_and_del
import sys
a = []
b = a
print(sys.getrefcount(a))
del a
print(sys.getrefcount(b))
b = None
#: local_argument
import sys
def f(x):
    return sys.getrefcount(x)
def g(x):
    y = x
    return sys.getrefcount(x), sys.getrefcount(y)
o = []
print(f(o), g(o), f([]), g([]))
#: nested_calls
import sys
def f(x):
    return g(x)
def g(y):
    return h(y)
def h(z):
    return sys.getrefcount(z)
o = []
print(f(o), f([]), h(o))
#: keyword_arguments
import sys
def f(*, k):
    return sys.getrefcount(k)
o = []
print(f(k=o), f(k=[]))
def g(k=None):
    return sys.getrefcount(k)
print(g(o), g(k=o), g([]), g(k=[]), g())if False else print(g(o), g(k=o), g([]), g(k=[]))
#: defaults_hold
import sys
o = []
def f(x=o):
    return sys.getrefcount(x)
print(sys.getrefcount(o), f(), f(o), f(x=o))
def g(*, x=o):
    return sys.getrefcount(x)
print(sys.getrefcount(o), g(), g(x=o))
#: star_args
import sys
def f(*args):
    return sys.getrefcount(args), sys.getrefcount(args[0])
o = []
print(f(o), f(*[o]), f(*(o,)), f(o, *[o]))
t = (o,)
print(f(*t), sys.getrefcount(t))
#: star_kwargs
import sys
def f(**kw):
    return sys.getrefcount(kw), sys.getrefcount(kw['a'])
o = []
d = {'a': o}
print(f(a=o), f(**d), f(**{'a': o}), sys.getrefcount(d))
def g(a, **kw):
    return sys.getrefcount(a)
print(g(o), g(a=o), g(**d), g(*[o]))
#: for_loop_variable
import sys
o = []
for x in [o, o]:
    print(sys.getrefcount(x))
print(sys.getrefcount(o))
for x in (o,):
    print(sys.getrefcount(o))
del x
print(sys.getrefcount(o))
#: for_loop_holds_list
import sys
l = [1, 2]
for _ in l:
    print(sys.getrefcount(l))
print(sys.getrefcount(l))
t = (1, 2, [])
for _ in t:
    print(sys.getrefcount(t))
    break
print(sys.getrefcount(t))
#: for_loop_in_function
import sys
def f(l):
    out = []
    for x in l:
        out.append(sys.getrefcount(x))
        out.append(sys.getrefcount(l))
    return out
print(f([[], []]))
o = []
print(f((o, o)))
print(f({1000001: 1}))
#: with_holds_manager
import sys
class M:
    def __enter__(self): return self
    def __exit__(self, *a): return None
m = M()
with m:
    print(sys.getrefcount(m))
with m as n:
    print(sys.getrefcount(m))
print(sys.getrefcount(m))
del n
print(sys.getrefcount(m))
#: with_enter_and_exit_see
import sys
class M:
    def __enter__(self):
        print('enter', sys.getrefcount(self))
        return self
    def __exit__(self, *a):
        print('exit', sys.getrefcount(self), sys.getrefcount(a))
with M():
    pass
with M() as x:
    pass
m = M()
with m:
    pass
#: exception_counts
import sys
try:
    raise ValueError('x')
except ValueError as e:
    print(sys.getrefcount(e))
e = ValueError('y')
print(sys.getrefcount(e))
try:
    raise e
except ValueError:
    print(sys.getrefcount(e))
print(sys.getrefcount(e), e.__traceback__ is None)
#: exception_in_function
import sys
def f():
    try:
        raise KeyError('k')
    except KeyError as e:
        return sys.getrefcount(e), sys.getrefcount(e.args)
print(f())
#: exception_traceback_refs
import sys
try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(sys.getrefcount(tb), sys.getrefcount(e))
print(sys.getrefcount(tb))
#: method_binds_self
import sys
class C:
    def m(self):
        return sys.getrefcount(self)
c = C()
print(c.m(), C().m(), C.m(c))
b = c.m
print(sys.getrefcount(c), b(), sys.getrefcount(b))
#: method_object_refs
import sys
class C:
    def m(self): pass
c = C()
f = C.m
before = sys.getrefcount(f)
bound = [c.m for _ in range(5)]
print(sys.getrefcount(f) - before, sys.getrefcount(c))
bound.clear()
print(sys.getrefcount(f) - before, sys.getrefcount(c))
#: init_sees_self
import sys
class C:
    def __init__(self, a):
        print(sys.getrefcount(self), sys.getrefcount(a))
C([])
o = []
c = C(o)
class D(C):
    def __init__(self, a):
        super().__init__(a)
        print(sys.getrefcount(self), sys.getrefcount(a))
D([])
#: new_sees_class
import sys
class C:
    def __new__(cls, *a):
        print(sys.getrefcount(a))
        self = super().__new__(cls)
        print(sys.getrefcount(self))
        return self
c = C(1000, 2000)
print(sys.getrefcount(c))
#: instance_counts_class
import sys
class C: pass
b = sys.getrefcount(C)
l = [C() for _ in range(10)]
print(sys.getrefcount(C) - b)
del l
print(sys.getrefcount(C) - b)
#: subclass_counts_base
import sys
class A: pass
b = sys.getrefcount(A)
class B(A): pass
print(sys.getrefcount(A) - b)
class C(B): pass
print(sys.getrefcount(A) - b)
#: attribute_value
import sys
class C: pass
c = C()
c.x = []
print(sys.getrefcount(c.x))
o = c.x
print(sys.getrefcount(o))
del c.x
print(sys.getrefcount(o))
#: slots_value
import sys
class C:
    __slots__ = ('x',)
c = C()
c.x = o = []
print(sys.getrefcount(o), sys.getrefcount(c.x))
c.x = None
print(sys.getrefcount(o))
#: property_getter
import sys
class C:
    def __init__(self): self._x = []
    @property
    def x(self):
        return sys.getrefcount(self), sys.getrefcount(self._x)
c = C()
print(c.x, C().x)
#: getattr_dunder
import sys
class C:
    def __getattr__(self, name):
        return sys.getrefcount(self)
    def __getitem__(self, i):
        return sys.getrefcount(self), sys.getrefcount(i)
c = C()
print(c.foo, C().foo, getattr(c, 'bar'))
k = []
print(c[k], c[[]], C()[k])
#: dunder_add
import sys
class C:
    def __add__(self, o): return sys.getrefcount(self), sys.getrefcount(o)
    __radd__ = __sub__ = __mul__ = __add__
c, d = C(), C()
print(c + d, c + C(), C() + C(), 1 + c, c - d, c * c)
#: dunder_call
import sys
class C:
    def __call__(self, *a, **k): return sys.getrefcount(self), sys.getrefcount(a), sys.getrefcount(k)
c = C()
print(c(), C()(), c(1), c(x=1), c(*[1, 2]))
#: dunder_len_bool_contains
import sys
class C:
    def __len__(self):
        print('len', sys.getrefcount(self))
        return 1
    def __contains__(self, x):
        print('contains', sys.getrefcount(self), sys.getrefcount(x))
        return True
    def __eq__(self, o):
        print('eq', sys.getrefcount(self), sys.getrefcount(o))
        return True
    def __hash__(self):
        print('hash', sys.getrefcount(self))
        return 1
c, o = C(), []
len(c); bool(c); o in c; c == o; o == c; hash(c)
if c: pass
not c
{c: 1}
[c].index(o)
#: dunder_iter_next
import sys
class I:
    def __init__(self): self.n = 0
    def __iter__(self):
        print('iter', sys.getrefcount(self))
        return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return sys.getrefcount(self)
for x in I(): print(x)
i = I()
print(list(i))
print([x for x in I()])
a, b = I()
print(a, b)
#: sort_key
import sys
o = []
l = [[1], [0]]
l.sort(key=lambda x: (sys.getrefcount(x), len(x)))
print(sorted([[3]], key=lambda x: sys.getrefcount(x)))
seen = []
def key(x):
    seen.append(sys.getrefcount(x))
    return x
l.sort(key=key)
print(seen)
#: map_filter
import sys
o = []
print(list(map(sys.getrefcount, [o, o])))
print(list(map(lambda x: sys.getrefcount(x), [o, []])))
print(list(filter(lambda x: sys.getrefcount(x) > 4, [o])))
print([sys.getrefcount(x) for x in map(lambda x: x, [o, []])])
#: comprehension
import sys
o = []
print([sys.getrefcount(x) for x in [o, []]])
print({sys.getrefcount(x) for x in (o,)})
print({k: sys.getrefcount(v) for k, v in {'a': o}.items()})
print(list(sys.getrefcount(x) for x in [o, []]))
#: comprehension_in_function
import sys
def f(o):
    return [sys.getrefcount(x) for x in [o, []]], [sys.getrefcount(o) for _ in range(2)]
print(f([]))
#: unpacking
import sys
o, p = [], []
a, b = o, p
print(sys.getrefcount(o), sys.getrefcount(p))
a, b = b, a
print(sys.getrefcount(o), sys.getrefcount(p))
a, *c = o, p, o
print(sys.getrefcount(o), sys.getrefcount(p))
[a, b] = [p, p]
print(sys.getrefcount(o), sys.getrefcount(p))
#: augmented_assignment
import sys
l = o = [[]]
l += [o]
print(sys.getrefcount(o))
t = ()
t += (o,)
print(sys.getrefcount(o))
l *= 2
print(sys.getrefcount(o))
o.clear()
print(sys.getrefcount(o))
#: list_methods
import sys
x = []
l = []
b = sys.getrefcount(x)
def d(): return sys.getrefcount(x) - b
l.append(x); print(d())
l.insert(0, x); print(d())
l.extend([x, x]); print(d())
l.pop(); print(d())
l.remove(x); print(d())
l.reverse(); print(d())
l2 = l.copy(); print(d())
l3 = l + l2; print(d())
l4 = l * 3; print(d())
l3[:] = []; print(d())
l4[1:3] = [x]; print(d())
del l4[::2]; print(d())
l.clear(); l2.clear(); l4.clear(); print(d())
#: set_methods
import sys
class K: pass
x = K()
b = sys.getrefcount(x)
def d(): return sys.getrefcount(x) - b
s = {x}; print(d())
s.add(x); print(d())
t = s | {1}; print(d())
u = s & t; print(d())
s ^= t; print(d())
t -= u; print(d())
f = frozenset(u); print(d())
g = frozenset(f); print(d(), f is g)
u.pop(); print(d())
del f, g; print(d())
s.discard(x); print(d())
#: tuple_building
import sys
x = []
b = sys.getrefcount(x)
def d(): return sys.getrefcount(x) - b
t = (x, x); print(d())
u = t + (x,); print(d())
v = t * 2; print(d())
w = u[1:]; print(d())
y = tuple(t); print(d(), y is t)
z = tuple([x]); print(d())
del t, u, v, w, y, z; print(d())
#: dict_views
import sys
x = []
d = {'a': x, 'b': x}
b = sys.getrefcount(x)
l = list(d.values()); print(sys.getrefcount(x) - b)
m = list(d.items()); print(sys.getrefcount(x) - b, sys.getrefcount(m[0]))
e = dict(d); print(sys.getrefcount(x) - b)
f = {**d, 'c': x}; print(sys.getrefcount(x) - b)
g = d | e if hasattr(d, '__or__') else {**d, **e}
print(sys.getrefcount(x) - b)
for k, v in d.items():
    print(sys.getrefcount(v) - b)
#: closure_cell
import sys
def outer():
    x = []
    def inner():
        return sys.getrefcount(x)
    return inner, sys.getrefcount(x)
f, n = outer()
print(f(), n, sys.getrefcount(f), sys.getrefcount(f.__closure__), sys.getrefcount(f.__closure__[0]))
#: lambda_and_function
import sys
f = lambda: 0
def g(): pass
print(sys.getrefcount(f), sys.getrefcount(g), sys.getrefcount(lambda: 0))
h = g
print(sys.getrefcount(g))
print(sys.getrefcount(g.__code__))
#: generator_object
import sys
def gen():
    yield sys.getrefcount(g)
    x = []
    yield sys.getrefcount(x)
g = gen()
print(next(g), next(g), sys.getrefcount(g))
for v in gen(): print(v)
#: generator_self
import sys
def gen():
    yield
g = gen()
print(sys.getrefcount(g), sys.getrefcount(g.gi_frame), sys.getrefcount(g.gi_code) > 2)
next(g)
print(sys.getrefcount(g))
print(sys.getrefcount(gen()))
#: yield_from
import sys
def inner():
    yield 1
    yield 2
def outer(i):
    yield from i
i = inner()
o = outer(i)
print(sys.getrefcount(i))
next(o)
print(sys.getrefcount(i))
list(o)
print(sys.getrefcount(i))
#: globals_and_builtins
import sys
def f(): pass
b = sys.getrefcount(f)
globals()['h'] = f
print(sys.getrefcount(f) - b)
d = dict(globals())
print(sys.getrefcount(f) - b)
d = None
del h
print(sys.getrefcount(f) - b)
#: class_namespace
import sys
o = []
class C:
    a = o
    b = o
    print(sys.getrefcount(o))
print(sys.getrefcount(o))
class D(C): pass
print(sys.getrefcount(o))
del C.a
print(sys.getrefcount(o))
#: chained_assignment
import sys
a = b = c = []
print(sys.getrefcount(a))
a = b = c = None
x = y = [[]]
x[0].append(x)
print(sys.getrefcount(x))
#: ternary_and_bool_ops
import sys
a, b = [], [1]
print(sys.getrefcount(a or b), sys.getrefcount(a and b), sys.getrefcount(b or a), sys.getrefcount(b if a else a))
def f(x, y):
    return sys.getrefcount(x or y), sys.getrefcount(y and x)
print(f(a, b))
#: walrus
import sys
if (n := []) == []:
    print(sys.getrefcount(n))
print(sys.getrefcount((m := [])), sys.getrefcount(m))
def f():
    return sys.getrefcount((q := []))
print(f())
#: subscript_and_slice
import sys
l = [[], []]
print(sys.getrefcount(l[0]), sys.getrefcount(l[0:1]), sys.getrefcount(l[:][0]))
d = {'k': []}
print(sys.getrefcount(d['k']), sys.getrefcount(d.get('k')), sys.getrefcount(d.pop('k')))
print(sys.getrefcount(l.pop()), sys.getrefcount(l))
#: return_values
import sys
def new(): return []
def same(x): return x
def local():
    y = []
    return y
o = []
print(sys.getrefcount(new()), sys.getrefcount(same(o)), sys.getrefcount(same([])), sys.getrefcount(local()))
#: getrefcount_in_fstring
import sys
o = []
print(f'{sys.getrefcount(o)} {sys.getrefcount([])}')
print('%d %d' % (sys.getrefcount(o), sys.getrefcount([])))
print('{} {}'.format(sys.getrefcount(o), sys.getrefcount([])))
#: partial_and_reduce
import sys, functools
o = []
p = functools.partial(sys.getrefcount, o)
print(p(), sys.getrefcount(o))
print(functools.reduce(lambda a, b: a + sys.getrefcount(b), [o, o], 0))
q = functools.partial(lambda x: sys.getrefcount(x), o)
print(q())
#: staticmethod_classmethod
import sys
class C:
    @staticmethod
    def s(x): return sys.getrefcount(x)
    @classmethod
    def c(cls, x): return sys.getrefcount(x)
o = []
print(C.s(o), C().s(o), C.c(o), C().c(o), C.s([]), C.c([]))
#: super_call
import sys
class A:
    def m(self, x): return sys.getrefcount(self), sys.getrefcount(x)
class B(A):
    def m(self, x): return super().m(x)
b, o = B(), []
print(b.m(o), B().m([]), A().m([]))
#: deque_and_defaultdict
import sys, collections
o = []
q = collections.deque([o, o])
print(sys.getrefcount(o))
q.appendleft(o); q.rotate(1)
print(sys.getrefcount(o))
q.popleft()
print(sys.getrefcount(o))
d = collections.defaultdict(list)
d['x'].append(o)
print(sys.getrefcount(o), sys.getrefcount(d['x']), sys.getrefcount(d['new']))
#: itertools_hold
import sys, itertools
o = []
r = itertools.repeat(o)
print(sys.getrefcount(o))
c = itertools.chain([o], [o])
print(sys.getrefcount(o))
y = itertools.cycle([o])
next(y)
print(sys.getrefcount(o))
del r, c, y
print(sys.getrefcount(o))
p = list(itertools.product([o], [1, 2]))
print(sys.getrefcount(o))
#: zip_enumerate
import sys
o = []
for i, x in enumerate([o]):
    print(sys.getrefcount(o))
for x, y in zip([o], [o]):
    print(sys.getrefcount(o))
z = list(zip([o], [o]))
print(sys.getrefcount(o), sys.getrefcount(z[0]))
#: none_true_small
import sys
print(sys.getrefcount(None) > 1000, sys.getrefcount(True) > 100, sys.getrefcount(0) > 100)
a = sys.getrefcount(None)
l = [None] * 100
print(sys.getrefcount(None) - a in (0, 100))
#: string_and_int_fresh
import sys
n = 1000
x = int('12345') + n
s = ''.join(['a', 'b', str(n)])
t = s
print(sys.getrefcount(x), sys.getrefcount(s))
y = x
print(sys.getrefcount(x))
#: constants_in_function
import sys
def f():
    x = 123456
    return sys.getrefcount(x)
def g():
    return sys.getrefcount(1.25), sys.getrefcount('not interned!'), sys.getrefcount((1, 2))
print(f(), g(), f(), g())
#: constants_in_module
import sys
x = 99999
print(sys.getrefcount(x), sys.getrefcount(88888), sys.getrefcount(1.75))
y = 99999
print(sys.getrefcount(x))
print(sys.getrefcount('hello world!'), sys.getrefcount((7, 8)))
#: exec_code_constants
import sys
ns = {'r': sys.getrefcount}
exec('x = 54321\nprint(r(x))', ns)
print(sys.getrefcount(ns['x']))
print(eval('r(65432)', ns))
c = compile('y = 76543; print(r(y))', 'c', 'exec')
exec(c, ns)
print(sys.getrefcount(ns['y']))
del c
print(sys.getrefcount(ns['y']))
#: what_lookup_errors_hold
import sys
class Plain:
    pass
thing = Plain()
try:
    thing.missing
except AttributeError as error:
    print(sys.getrefcount(thing), getattr(error, 'name', 'no name'), getattr(error, 'obj', None) is thing)
    print(sys.getsizeof(error), AttributeError.__basicsize__, NameError.__basicsize__, UnboundLocalError.__basicsize__)
print(sys.getrefcount(thing))
try:
    missing_name
except NameError as error:
    print(getattr(error, 'name', 'no name'), error)
for make in (lambda: AttributeError('a', name='b', obj=3), lambda: NameError('a', name='b')):
    try:
        error = make()
        print(error.name, error)
    except TypeError as refused:
        print(refused)
class Own(AttributeError):
    pass
def raises():
    raise Own('mine')
class Asks:
    def __getattr__(self, name):
        raises()
asked = Asks()
try:
    asked.any
except Own as error:
    print(sys.getrefcount(asked), error, getattr(error, 'name', 'no name'))
