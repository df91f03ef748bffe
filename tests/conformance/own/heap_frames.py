#: same_frame_each_call
import sys
def f(): return id(sys._getframe())
a, b, c = f(), f(), f()
print(a == b == c)
def rec(n): return [id(sys._getframe())] + (rec(n - 1) if n else [])
rec(4)
one, two = rec(4), rec(4)
print(one[0] == two[0], sorted(one) == sorted(two), len(set(one)))
#: one_frame_stays_with_each_code
import sys
def f(): return id(sys._getframe())
def g(): return id(sys._getframe())
def h(): return f(), g()
a, b = f(), g()
print(a != b, h() == (a, b), h() == (b, a), (f(), g(), f()) == (a, b, a))
h2 = type(f)(f.__code__, globals())
print(h2() == a)
k = type(f)(f.__code__.replace(co_name='k'), globals())
print(k() == a)
#: freed_frames_are_taken_last_first
import sys
def frames(n):
    me = sys._getframe()
    return [id(me)] + (frames(n - 1) if n else [])
frames(9)
def a(): return id(sys._getframe())
def b(): return id(sys._getframe())
def c(): return id(sys._getframe())
deep = frames(9)
got = [a(), b(), c()]
print([deep.index(x) if x in deep else None for x in got])
print(frames(9)[0] == deep[0], a() == got[0])
#: blocks_of_first_and_later_calls
import sys, gc
gc.disable()
A = sys.getallocatedblocks
def deep(n): return A() if n == 0 else deep(n - 1)
def f(): pass
def g(): pass
a = b = c = d = 0
deep(40)
a = A(); f(); b = A(); f(); c = A()
print(b - a, c - b)
a = A(); deep(40); b = A(); deep(40); c = A()
print(b - a, c - b)
gc.collect(); gc.collect()
a = A(); g(); b = A(); g(); c = A()
print(b - a, c - b)
a = A(); deep(10); b = A(); deep(10); c = A(); deep(12); d = A()
print(b - a, c - b, d - c)
#: code_takes_its_frame_along
import sys, gc
gc.disable()
A = sys.getallocatedblocks
def f(): pass
f(); f()
a = b = c = d = 0
def make(): return lambda: None
x = make(); x(); x = None
gc.collect(); gc.collect()
a = A(); x = lambda: None; b = A(); x(); c = A(); x = None; d = A()
first = b - a, c - b, d - c
def clone(): return type(f)(f.__code__.replace(co_name='z'), globals())
x = clone(); x(); x = None
gc.collect(); gc.collect()
a = A(); x = clone(); b = A(); x(); c = A(); x = None; d = A()
print(first, c - b)
#: collection_clears_the_list
import sys, gc
gc.disable()
A = sys.getallocatedblocks
def deep(n): return A() if n == 0 else deep(n - 1)
a = b = 0
deep(60); gc.collect(); gc.collect()
deep(1)
a = A(); deep(30); b = A()
new = b - a
gc.collect(0); gc.collect(1)
a = A(); deep(30); b = A()
young = b - a
a = A(); gc.collect(); b = A()
print('new', new, 'after young', young, 'after full', b - a)
#: list_holds_two_hundred
import sys, gc
gc.disable()
A = sys.getallocatedblocks
def deep(n): return 0 if n == 0 else deep(n - 1)
a = b = c = 0
gc.collect(); gc.collect(); deep(1)
a = A(); deep(300); b = A()
first = b - a
a = A(); deep(250); b = A(); deep(280); c = A()
second = b - a, c - b
a = A(); gc.collect(); b = A()
print(first, second, b - a)
#: size_of_frames
import sys
def f(): return sys._getframe()
def g(a, b, c=1): x = a; return sys._getframe()
def cells(a):
    b = 1
    def inner(): return a, b, sys._getframe()
    return sys._getframe(), inner()[2]
for fr in (f(), g(1, 2), *cells(3)):
    code = fr.f_code
    extra = code.co_nlocals + len(code.co_cellvars) + len(code.co_freevars) + code.co_stacksize
    print(code.co_name, fr.__sizeof__() - 8 * extra, type(fr).__itemsize__, sys.getsizeof(fr) - fr.__sizeof__())
print(type(f()).__basicsize__)
#: tracked_when_the_call_is_over
import sys, gc
def f():
    fr = sys._getframe()
    print('inside', gc.is_tracked(fr), gc.is_tracked(fr.f_back))
    return fr
fr = f()
print('outside', gc.is_tracked(fr))
fr = None
def g():
    yield gc.is_tracked(sys._getframe())
gen = g()
print('generator', gc.is_tracked(gen.gi_frame), next(gen))
def h():
    try: 1 / 0
    except ZeroDivisionError as e: return e
e = h()
print('traceback', gc.is_tracked(e.__traceback__.tb_frame))
#: counts_of_frames
import sys
R = sys.getrefcount
def f():
    fr = sys._getframe()
    return R(fr), R(sys._getframe(1))
def g():
    return f()
def h():
    return R(sys._getframe())
print(f(), g(), h())
def kept(): return sys._getframe()
fr = kept()
print(R(fr), R(fr.f_back))
def gen():
    yield R(sys._getframe())
    yield R(sys._getframe().f_back)
x = gen()
print(R(x.gi_frame), next(x), R(x.gi_frame), next(x))
#: counts_of_globals_and_code_during_calls
import sys
R = sys.getrefcount
ns = {'__builtins__': __builtins__, 'R': R}
exec('def f(n): return R(G) if n == 0 else f(n - 1)', ns)
ns['G'] = ns
print(ns['f'](1) - ns['f'](0), ns['f'](5) - ns['f'](0))
def g(n): return R(g.__code__) if n == 0 else g(n - 1)
print(g(1) - g(0), g(5) - g(0))
def h(n): return R(h) if n == 0 else h(n - 1)
print(h(1) - h(0), h(5) - h(0))
#: back_goes_with_the_generator
import sys
def gen():
    yield sys._getframe().f_back.f_code.co_name
    yield sys._getframe().f_back.f_code.co_name
g = gen()
print(g.gi_frame.f_back)
def one(): return next(g)
def two(): return next(g)
print(one(), g.gi_frame.f_back, two(), g.gi_frame.f_back)
fr = g.gi_frame
print(next(g, 'end'), g.gi_frame, fr.f_back)
#: chain_of_dead_frames
import sys
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def inner():
    t = T('inner')
    return sys._getframe()
def middle():
    t = T('middle')
    return inner()
def outer():
    t = T('outer')
    return middle()
fr = outer()
print('returned', fr.f_code.co_name, fr.f_back.f_code.co_name, fr.f_back.f_back.f_code.co_name)
print(fr.f_back.f_back.f_back is sys._getframe())
fr = fr.f_back
print('inner dropped')
fr = None
print('all dropped')
#: locals_are_dropped_in_order
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(arg):
    a = T('a')
    b = T('b')
    def use(): return cell
    cell = T('cell')
    c = T('c')
    print('returns')
f(T('arg'))
print('done')
#: order_when_a_frame_dies_late
import sys
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    a = T('a')
    b = T('b')
    return sys._getframe()
fr = f()
fr.f_locals
print('kept')
fr = None
print('dropped')
#: traceback_keeps_frames
import sys, gc
class T:
    def __del__(self): print('del')
def inner():
    t = T()
    raise ValueError('x')
def outer(): inner()
kept = None
try: outer()
except ValueError as e: kept = e
tb = kept.__traceback__
print(tb.tb_frame is sys._getframe(), tb.tb_next.tb_frame.f_code.co_name, tb.tb_next.tb_next.tb_frame.f_code.co_name)
print(tb.tb_next.tb_next.tb_frame.f_back is tb.tb_next.tb_frame)
tb = None
print('dropping')
kept = None
print('dropped')
#: frame_is_busy_while_held
import sys
def f(): return sys._getframe()
a = f()
b = f()
print(a is b, id(a) == id(b))
ia, ib = id(a), id(b)
del a
del b
c = f(); d = f()
print(id(c) in (ia, ib), id(d) in (ia, ib), id(c) == ia)
#: generators_have_frames_of_their_own
import sys
def g():
    yield id(sys._getframe())
a, b = g(), g()
x, y = next(a), next(b)
print(x == id(a.gi_frame), y == id(b.gi_frame), x != y)
a.close()
print(a.gi_frame, a.gi_code.co_name)
c = g()
print(id(c.gi_frame) == x)
del a, b, c
print(id(g().gi_frame) in (x, y))
#: sizes_of_generators
import sys
def g(a, b): yield
async def c(): pass
async def ag(): yield
co = c()
for x in (g(1, 2), co, ag()):
    t = type(x)
    print(t.__name__, t.__itemsize__, '__sizeof__' in t.__dict__)
co.close()
#: blocks_of_a_generator
import sys, gc
gc.disable()
A = sys.getallocatedblocks
def g(): yield
def many(n): return [g() for _ in range(n)]
a = b = c = d = e = x = 0
x = many(20); x = None
gc.collect(); gc.collect()
x = g(); x = None
a = A(); x = g(); b = A(); next(x); c = A(); x.close(); d = A(); x = None; e = A()
print(b - a, c - b, d - c, e - d)
#: young_count_and_frames
import gc, sys
gc.collect(); gc.collect()
gc.disable()
def deep(n): return gc.get_count()[0] if n == 0 else deep(n - 1)
def before(): return gc.get_count()[0]
deep(0); before(); gc.collect()
a = before(); b = deep(20); c = before(); d = deep(20); e = before()
print(b - a, c - a, d - a, e - a)
#: a_call_may_collect
import gc
gc.collect()
log = []
def deep(n): return len(log) if n == 0 else deep(n - 1)
deep(0)
gc.set_threshold(30, 100, 100)
gc.callbacks.append(lambda phase, info: log.append(phase))
gc.collect(0); del log[:]
before = deep(0)
inside = deep(60)
gc.callbacks.clear()
gc.set_threshold(700, 10, 10)
print(before, inside > 0)
#: small_and_large_frames
import sys, gc
gc.disable()
A = sys.getallocatedblocks
def make(n):
    names = ', '.join('v%d' % i for i in range(n))
    ns = {}
    exec('def f(%s): pass' % ', '.join('v%d=0' % i for i in range(n)), ns)
    return ns['f']
fs = [make(n) for n in (1, 4, 8, 12, 14, 15, 16, 17, 20, 30)]
gc.collect(); gc.collect()
a = b = c = 0
def call(f): f()
call(make(2)); gc.collect(); gc.collect()
out = []
for f in fs:
    a = A(); f(); b = A(); f(); c = A()
    out.append((b - a, c - b))
print(out)
#: a_kept_frame_grows
import sys, gc
gc.disable()
A = sys.getallocatedblocks
def small(): return sys._getframe()
def large(a=0, b=0, c=0, d=0, e=0, f=0): return sys._getframe()
def huge(a=0, b=0, c=0, d=0, e=0, f=0, g=0, h=0, i=0, j=0, k=0, l=0, m=0, n=0, o=0, p=0, q=0, r=0, s=0, t=0): return sys._getframe()
gc.collect(); gc.collect()
x = y = a = b = c = 0
x = small(); y = small(); x = None; y = None
a = A(); x = large(); b = A()
print(b - a)
x = None
x = small(); y = small(); x = None; y = None
a = A(); x = huge(); b = A()
print(b - a)
#: get_objects_and_referrers
import sys, gc
def f():
    fr = sys._getframe()
    mark = []
    seen = any(o is fr for o in gc.get_objects())
    return seen, any(r is fr for r in gc.get_referrers(mark))
print(f())
mark = []
def g(x): return sys._getframe()
fr = g(mark)
print(any(o is fr for o in gc.get_objects()), any(r is fr for r in gc.get_referrers(mark)))
kinds = sorted({type(o).__name__ for o in gc.get_referents(fr)})
print(kinds)
#: recursion_error_and_blocks
import sys, gc
gc.disable()
A = sys.getallocatedblocks
sys.setrecursionlimit(150)
def deep(): deep()
def run():
    try: deep()
    except RecursionError: pass
run(); run()
a = b = c = 0
a = A(); run(); b = A(); run(); c = A()
print(b - a, c - b)
#: cycle_through_a_frame
import sys, gc
class T:
    def __del__(self): print('del')
def f():
    t = T()
    fr = sys._getframe()
f()
print('collect')
print(gc.collect() > 0)
def g():
    t = T()
    fr = sys._getframe()
    yield 1
x = g(); next(x); del x
print('collect')
gc.collect()
print('end')
#: finalizer_sees_the_caller
import sys
class T:
    def __del__(self):
        print(sys._getframe(1).f_code.co_name, sys._getframe().f_back.f_code.co_name)
def f():
    t = T()
def g():
    t = T()
    f()
g()
#: frame_of_module_and_class
import sys
class K:
    fr = sys._getframe()
    loc = fr.f_locals is locals()
print(K.fr.f_code.co_name, K.loc, K.fr.f_back is sys._getframe(), sys._getframe().f_back)
print(K.fr.f_locals.get('loc'))
