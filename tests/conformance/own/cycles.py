#: self_list
import gc
gc.disable()
l = []
l.append(l)
del l
print(gc.collect())
print(gc.collect())
#: two_instances
import gc
gc.collect()
class C: pass
a, b = C(), C()
a.o, b.o = b, a
del a, b
print(gc.collect())
#: instance_with_dict
import gc
gc.collect()
class C: pass
a = C()
a.me = a
a.__dict__
del a
print(gc.collect())
b = C(); b.l = [b, {}]
del b
print(gc.collect())
#: slots_cycle
import gc
gc.collect()
class C: __slots__ = ('o', '__weakref__')
a, b = C(), C()
a.o, b.o = b, a
del a, b
print(gc.collect())
#: class_is_a_cycle
import gc
gc.collect()
def f():
    class C: pass
f()
n = gc.collect()
print(n)
def g():
    class C:
        def m(self): pass
        x = property(m)
g()
print(gc.collect())
#: closure_cycle
import gc
gc.collect()
def f():
    def g(): return g
    return g
f()
print(gc.collect())
#: exception_cycle
import gc
gc.collect()
def f():
    try:
        raise ValueError
    except ValueError as e:
        x = e
f()
print(gc.collect())
def g():
    try:
        raise ValueError
    except ValueError as e:
        pass
g()
print(gc.collect())
#: generator_cycle
import gc
gc.collect()
def g():
    me = yield
    yield
it = g(); next(it); it.send(it)
del it
print(gc.collect())
#: function_and_globals
import gc
gc.collect()
ns = {}
exec('def f(): return f', ns)
del ns
print(gc.collect() >= 2)
#: bound_method_cycle
import gc
gc.collect()
class C:
    def m(self): pass
c = C(); c.cb = c.m
del c
print(gc.collect())
#: dict_and_list_garbage_counts
import gc
gc.collect()
for make in (lambda: [[]], lambda: {'a': {}}, lambda: ([],), lambda: {1: (1, 2)}):
    x = make()
    if isinstance(x, list): x.append(x)
    elif isinstance(x, dict): x['self'] = x
    else: x[0].append(x)
    del x
    print(gc.collect())
#: set_cycle
import gc
gc.collect()
class K: pass
k = K()
k.s = {k}
del k
print(gc.collect())
k = K(); k.f = frozenset([k]); del k
print(gc.collect())
#: chain_hanging_off
import gc
gc.collect()
a = []
a.append(a)
a.append([[[]], ({},)])
del a
print(gc.collect())
#: reachable_is_kept
import gc
gc.collect()
class C: pass
a, b, c = C(), C(), C()
a.n, b.n, c.n = b, c, a
keep = b
del a, b, c
print(gc.collect(), keep.n.n.n is keep)
keep = None
print(gc.collect())
#: get_referrers_and_referents
import gc
class C: pass
c = C()
l = [c]
d = {'k': c}
r = gc.get_referrers(c)
print(l in r, any(x is d for x in r), any(x is globals() for x in r))
print(gc.get_referents(l) == [c], gc.get_referents(d), gc.get_referents(1), gc.get_referents((1, 'a')))
print(sorted(type(x).__name__ for x in gc.get_referents(c)))
#: is_tracked
import gc
class C: pass
class S: __slots__ = ()
class S1: __slots__ = ('a',)
for x in (1, 'a', 1.5, None, [], (), (1,), (1, []), ([],), {}, {'a': 1}, {'a': []}, {1: (1, 2)}, set(), frozenset(), C(), S(), S1(), C, len, lambda: 0, range(3), slice(1), slice([]), iter([]), b'', bytearray(), ValueError(), (x for x in ()), {'a': 1}.keys(), C().__init__, object(), type, print, 1j, memoryview(b''), zip(), property(), super(C, C())):
    print(type(x).__name__, gc.is_tracked(x))
#: tuple_untracking
import gc
t = (1, 2, 'a')
u = (1, (2, 3), ('x',))
v = (1, [2])
w = tuple([1, 2])
x = tuple([1, int('5')])
before = [gc.is_tracked(z) for z in (t, u, v, w, x)]
gc.collect()
print(before, [gc.is_tracked(z) for z in (t, u, v, w, x)])
def f(*a): return a
y = f(1, 2)
print(gc.is_tracked(y))
gc.collect()
print(gc.is_tracked(y))
z = (y, (y, 1))
print(gc.is_tracked(z)); gc.collect(); print(gc.is_tracked(z))
#: dict_untracking
import gc
d = {}
print(gc.is_tracked(d))
d['a'] = 1
print(gc.is_tracked(d))
d['b'] = 'x'; d['t'] = (1, 2)
print(gc.is_tracked(d))
gc.collect()
print(gc.is_tracked(d))
d['l'] = []
print(gc.is_tracked(d))
del d['l']
print(gc.is_tracked(d))
gc.collect()
print(gc.is_tracked(d), gc.is_tracked(d.copy()), gc.is_tracked(dict(d)), gc.is_tracked({**d}))
e = dict.fromkeys('ab'); print(gc.is_tracked(e))
f = {k: 1 for k in 'ab'}; print(gc.is_tracked(f))
class C: pass
c = C(); c.x = 1
print(gc.is_tracked(c.__dict__), gc.is_tracked(vars(C)) , gc.is_tracked(globals()))
#: uncollectable_none_now
import gc
gc.collect()
class D:
    def __del__(self): print('del')
a, b = D(), D()
a.o, b.o = b, a
del a, b
print(gc.collect(), gc.garbage)
#: del_order_in_cycle
import gc
gc.collect()
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, hasattr(self, 'next'))
a, b, c = D('a'), D('b'), D('c')
a.next, b.next, c.next = b, c, a
del a, b, c
print(gc.collect())
#: del_hangs_off_cycle
import gc
gc.collect()
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
l = [D(1), D(2)]
l.append(l)
l.insert(0, {'k': D(3)})
del l
print(gc.collect())
#: resurrected_cycle
import gc
gc.collect()
saved = []
class D:
    def __del__(self):
        print('del')
        saved.append(self)
a = D(); a.me = a
del a
print(gc.collect(), len(saved))
saved[0].me = None
saved.clear()
print(gc.collect())
#: resurrect_keeps_others
import gc
gc.collect()
saved = []
class D:
    def __init__(self, n): self.n = n
    def __del__(self):
        print('del', self.n)
        if self.n == 1: saved.append(self)
a, b = D(1), D(2)
a.o, b.o = b, a
del a, b
print(gc.collect(), saved[0].o.n)
del saved[:]
print(gc.collect())
#: gc_garbage_debug_saveall
import gc
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
l = []; l.append(l); del l
print(gc.collect(), len(gc.garbage), gc.garbage[0][0] is gc.garbage[0])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())
#: nested_collect_in_del
import gc
gc.collect()
class D:
    def __del__(self): print('nested', gc.collect())
d = D(); d.me = d
del d
print(gc.collect())
#: frame_cycle
import gc, sys
gc.collect()
def f():
    fr = sys._getframe()
    x = [1]
f()
print(gc.collect())
#: module_object_cycle
import gc, types
gc.collect()
m = types.ModuleType('m')
m.me = m
del m
print(gc.collect())
#: type_subclass_cycle
import gc
gc.collect()
class A: pass
def f():
    class B(A):
        def __del__(self): print('del B()')
    b = B(); b.c = b
f()
n = gc.collect()
print(n, A.__subclasses__())
#: partial_and_itertools_cycle
import gc, functools, itertools
gc.collect()
l = []
l.append(functools.partial(print, l))
del l
print(gc.collect())
l = []
l.append(itertools.chain(l))
del l
print(gc.collect())
l = []; l.append(iter(l)); del l
print(gc.collect())
l = []; l.append(map(len, l)); del l
print(gc.collect())
l = []; l.append(enumerate(l)); del l
print(gc.collect())
#: deque_cycle
import gc, collections
gc.collect()
d = collections.deque(); d.append(d); del d
print(gc.collect())
o = collections.OrderedDict(); o['o'] = o; del o
print(gc.collect())
d = collections.defaultdict(list); d['d'] = d; del d
print(gc.collect())
#: property_and_staticmethod_cycle
import gc
gc.collect()
class C:
    pass
c = C()
c.p = property(lambda self: c)
c.s = staticmethod(c)
c.m = classmethod(c)
c.x = slice(c)
c.w = super(C, c)
del c
print(gc.collect())
#: lambda_default_cycle
import gc
gc.collect()
l = []
f = lambda x=l: x
l.append(f)
del f, l
print(gc.collect())
#: weakref_in_cycle
import gc, weakref
gc.collect()
class C: pass
def cb(r): print('callback', r())
a = C(); a.me = a
r = weakref.ref(a, cb)
del a
print(r() is not None)
print(gc.collect(), r())
#: weakref_inside_garbage
import gc, weakref
gc.collect()
class C: pass
a, b = C(), C()
a.o, b.o = b, a
a.r = weakref.ref(b, lambda r: print('never'))
del a, b
print(gc.collect())

#: collect_counts_by_kind
import gc, types, functools
gc.disable()
gc.collect()
def count(make):
    make()
    return gc.collect()
class C: pass
class S: __slots__ = ('x', '__weakref__')
def plain(): a = C(); a.a = a
def slot(): s = S(); s.x = s
def dicts(): d = {}; d[1] = {2: d}
def tuples(): l = []; l.append((l, (l,), (1, 2)))
def sets():
    a = C(); a.s = {a}
def frozen():
    a = C(); a.s = frozenset([a])
def method(): a = C(); a.m = types.MethodType(len, a)
def partial(): l = []; l.append(functools.partial(len, l))
def closure():
    def f(): return f
def default():
    def f(x=[]): return x
    f.__defaults__[0].append(f)
def gen():
    g = (lambda: (yield))(); next(g); g.__class__; l = [g]
def module():
    m = types.ModuleType('m'); m.m = m
def exc():
    try: raise ValueError
    except ValueError as e: keep = e
def cls():
    class X: pass
def clsmeth():
    class X:
        def f(self): pass
        @property
        def p(self): pass
def both():
    a = C(); b = C(); a.b = b; b.a = a; a.__dict__; b.__dict__
for f in (plain, slot, dicts, tuples, sets, frozen, method, partial, closure, default, gen, module, exc, cls, clsmeth, both):
    print(f.__name__, count(f))

#: collect_counts_iterators
import gc, itertools, collections
gc.disable()
gc.collect()
def n(f): f(); return gc.collect()
def it(): l = []; l.append(iter(l))
def en(): l = []; l.append(enumerate(l))
def zi(): l = []; l.append(zip(l, l))
def ma(): l = []; l.append(map(len, l))
def ch(): l = []; l.append(itertools.chain(l, l))
def cy(): l = []; l.append(itertools.cycle(l))
def te(): l = []; l.extend(itertools.tee(l))
def dq(): d = collections.deque(); d.append(d)
def od(): d = collections.OrderedDict(); d[1] = d
def dd(): d = collections.defaultdict(list); d[1] = d
def sl(): l = []; l.append(slice(l))
def ke(): d = {}; d[1] = d.items()
def pr(): l = []; l.append(property(l.append))
def me(): l = []; l.append(l.append)
for f in (it, en, zi, ma, ch, cy, te, dq, od, dd, sl, ke, pr, me): print(f.__name__, n(f))

#: frames_hold_cycles
import gc, sys
gc.disable()
gc.collect()
def f():
    frame = sys._getframe()
    return 1
f()
print(gc.collect())
def g():
    x = []
    def h():
        return sys._getframe(1)
    x.append(h())
g()
print(gc.collect())
def k():
    try: 1 / 0
    except ZeroDivisionError as e:
        err = e
    return err.__traceback__.tb_frame.f_lineno > 0
print(k(), gc.collect())
