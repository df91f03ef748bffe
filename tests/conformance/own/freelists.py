#: list_reuse
a = [1]
i = id(a)
del a
b = [2]
print(id(b) == i)
#: list_free_list_limit
import sys
ids = set()
l = [[] for _ in range(200)]
ids = [id(x) for x in l]
del l
m = [[] for _ in range(80)]
print(len(set(map(id, m)) & set(ids)) >= 60)
#: lifo_order_lists
a, b, c = [1], [2], [3]
ia, ib, ic = id(a), id(b), id(c)
del a, b, c
x, y, z = [4], [5], [6]
print(id(x) == ic, id(y) == ib, id(z) == ia)
#: lifo_order_floats
f = float
a, b, c = f('1.5'), f('2.5'), f('3.5')
ia, ib, ic = id(a), id(b), id(c)
del a, b, c
x, y, z = f('4.5'), f('5.5'), f('6.5')
print(id(x) == ic, id(y) == ib, id(z) == ia)
#: lifo_order_dicts
a, b, c = {1: 1}, {2: 2}, {3: 3}
ia, ib, ic = id(a), id(b), id(c)
del a, b, c
x, y, z = {}, {}, {}
print(id(x) == ic, id(y) == ib, id(z) == ia)
#: lifo_order_tuples
def t(n): return tuple(range(n))
for n in (1, 2, 5, 19, 20, 21, 30):
    a, b = t(n), t(n)
    ia, ib = id(a), id(b)
    del a, b
    x, y = t(n), t(n)
    print(n, id(x) == ib, id(y) == ia)
    del x, y
#: lifo_order_objects
class C: pass
a, b, c = C(), C(), C()
ia, ib, ic = id(a), id(b), id(c)
del a, b, c
x, y, z = C(), C(), C()
print(id(x) == ic, id(y) == ib, id(z) == ia)
#: lifo_order_plain_objects
a, b, c = object(), object(), object()
ia, ib, ic = id(a), id(b), id(c)
del a, b, c
x, y, z = object(), object(), object()
print(id(x) == ic, id(y) == ib, id(z) == ia)
#: same_id_in_expression
print(id([]) == id([]), id({}) == id({}), id(object()) == id(object()), id(()) == id(()))
class C: pass
print(id(C()) == id(C()), C() is C(), [] is [])
#: id_reuse_across_types
class A:
    __slots__ = ('a',)
class B:
    __slots__ = ('b',)
a = A()
i = id(a)
del a
print(id(B()) == i)
class X: pass
class Y: pass
x = X()
i = id(x)
del x
print(id(Y()) == i)
#: float_results_reuse
x = 1.5
ids = {id(x * k) for k in range(10)}
print(len(ids))
a = x + 1
b = x + 2
print(id(a) == id(b), len({id(x + k) for k in range(5)}))
#: tuple_in_loop
ids = set()
for i in range(20):
    t = (i, i)
    ids.add(id(t))
print(len(ids))
ids = set()
for i in range(20):
    ids.add(id((i, i, i)))
print(len(ids))
#: list_in_loop
ids = set()
for i in range(20):
    l = [i]
    ids.add(id(l))
print(len(ids))
ids = {id([i]) for i in range(20)}
print(len(ids))
#: dict_in_loop
ids = set()
for i in range(20):
    d = {i: i}
    ids.add(id(d))
print(len(ids))
print(len({id({i: i}) for i in range(20)}))
#: object_in_loop
class C: pass
ids = set()
for i in range(20):
    c = C()
    ids.add(id(c))
print(len(ids))
ids = set()
for i in range(20):
    C()
    ids.add(id(C()))
print(len(ids))
#: int_in_loop
ids = set()
for i in range(1000, 1020):
    ids.add(id(i))
print(len(ids))
ids = set()
n = 1000
for i in range(20):
    n += 1
    ids.add(id(n))
print(len(ids))
#: string_in_loop
ids = set()
for i in range(20):
    s = 'item %d' % i
    ids.add(id(s))
print(len(ids))
ids = {id(str(i)) for i in range(1000, 1020)}
print(len(ids))
#: method_objects
class C:
    def m(self): pass
c = C()
print(id(c.m) == id(c.m), c.m is c.m, c.m == c.m)
a, b = c.m, c.m
ia, ib = id(a), id(b)
del a, b
x, y = c.m, c.m
print(id(x) == ib, id(y) == ia)
#: builtin_method_objects
l = []
print(l.append is l.append, id(l.append) == id(l.append))
a, b = l.append, l.append
ia, ib = id(a), id(b)
del a, b
x, y = l.append, l.append
print(id(x) == ib, id(y) == ia)
#: iterator_reuse
l = [1, 2]
a, b = iter(l), iter(l)
ia, ib = id(a), id(b)
del a, b
x, y = iter(l), iter(l)
print(id(x) == ib, id(y) == ia)
#: range_reuse
a, b = range(10), range(20)
ia, ib = id(a), id(b)
del a, b
x, y = range(5), range(6)
print(id(x) == ib, id(y) == ia)
#: slice_reuse
a, b = slice(1), slice(2)
ia, ib = id(a), id(b)
del a, b
x, y = slice(3), slice(4)
print(id(x) == ib, id(y) == ia)
#: function_reuse
def mk(): return lambda: 0
a, b = mk(), mk()
ia, ib = id(a), id(b)
del a, b
x, y = mk(), mk()
print(id(x) == ib, id(y) == ia)
#: generator_reuse
def g(): yield
a, b = g(), g()
ia, ib = id(a), id(b)
del a, b
x, y = g(), g()
print(id(x) == ib, id(y) == ia)
#: set_reuse
a, b = {1}, {2}
ia, ib = id(a), id(b)
del a, b
x, y = {3}, {4}
print(id(x) == ib, id(y) == ia)
#: complex_reuse
a, b = complex(1, 2), complex(3, 4)
ia, ib = id(a), id(b)
del a, b
x, y = complex(5, 6), complex(7, 8)
print(id(x) == ib, id(y) == ia)
#: exception_reuse
a, b = ValueError(1), ValueError(2)
ia, ib = id(a), id(b)
del a, b
x, y = ValueError(3), ValueError(4)
print(id(x) == ib, id(y) == ia)
#: cell_reuse
def mk(v): return lambda: v
a = mk(1)
i = id(a.__closure__[0])
del a
b = mk(2)
print(id(b.__closure__[0]) == i)
#: bytearray_and_bytes
a = bytes([1, 2, 3])
i = id(a)
del a
b = bytes([4, 5, 6])
print(id(b) == i)
a = bytearray(b'abc')
i = id(a)
del a
b = bytearray(b'def')
print(id(b) == i)
#: float_capacity_exact
l = [float(i) + 0.5 for i in range(300)]
ids = [id(x) for x in l]
del l
m = [float(i) + 0.25 for i in range(300)]
ids2 = [id(x) for x in m]
print(len(set(ids) & set(ids2)) >= 290)
#: empty_tuple_singleton
print(() is tuple(), () is tuple([]), (1,)[1:] is (), () * 5 is (), tuple({}) is (), () + () is (), id(()) == id(tuple()))
def f(*args): return args
print(f() is ())
#: empty_frozenset_and_bytes
print(frozenset() is frozenset(), frozenset([]) is frozenset(()), b'' is bytes(0))
#: instance_and_dict_reuse
class C:
    def __init__(self): self.x = 1
a = C()
i, j = id(a), id(a.__dict__)
del a
b = C()
print(id(b) == i, id(b.__dict__) == j)
#: deque_blocks
import collections
d = collections.deque()
i = id(d)
del d
e = collections.deque()
print(id(e) == i)
#: weakref_reuse
import weakref
class C: pass
c = C()
a, b = weakref.ref(c), weakref.ref(c)
print(a is b)
k = weakref.ref(c, lambda r: None)
print(k is a)
i = id(a)
del a, b
print(id(weakref.ref(c)) == i)
#: free_list_after_gc
import gc
l = [(i,) for i in range(50)]
ids = {id(x) for x in l}
l = None
gc.collect()
l = [(i,) for i in range(50)]
print(len(ids & {id(x) for x in l}) > 0)
#: dict_keys_reuse
import sys
a = {i: i for i in range(100)}
del a
b = {}
for i in range(100): b[i] = i
print(sys.getsizeof(b))
#: complex_by_what_makes_it
def again(f):
    a = f(); i = id(a); del a
    b = f()
    return id(b) == i
x = 1.5 + 2j; y = 2.5j
print([again(f) for f in (lambda: x * y, lambda: -x, lambda: x.conjugate(), lambda: x ** 2, lambda: x / y, lambda: x + 1)])
many = [complex(i, 1) for i in range(200)]
ids = [id(z) for z in many]
many = None
more = [-x for i in range(3)]
print([ids.index(id(z)) in (99, 100, 101, 102, 0, 1, 2, 3, 4) if id(z) in ids else None for z in more][:1])
