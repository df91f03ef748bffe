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
#: stack_sizes_one
SOURCE = r'''
def a():
    for x in y:
        try:
            with f() as z, g():
                return h(z)
        finally:
            for q in w:
                break
def b():
    try:
        return f(1)
    finally:
        return 2
def c():
    while 1:
        try: f()
        except A as e: continue
        except (B, C): break
        else: return x.y(1)
        finally:
            continue_(1, 2, 3)
async def d():
    async with a as b, c:
        async for x in y:
            return await x
    return [i async for i in f()], (i async for i in g), {k: v async for k, v in z if await k}
async def d2():
    async with a: pass
def e():
    while 1: pass
def f():
    raise X
def g(a=1, b=2, *c, d=3, e: int = 4, **k) -> str: pass
def h(): return lambda x, y=(1, 2), *, z=3: x
@a
@b(1)
class K(A, *B, m=1, **kw):
    x: int = 1
    y: str
    def m(self): return __class__
def i():
    return f(*a, *b, c, d=1, **e, f=2, g=3, **h)
'''
def walk(code, depth=0):
    print('  ' * depth + code.co_name, code.co_stacksize)
    for c in code.co_consts:
        if type(c) is type(code): walk(c, depth + 1)
walk(compile(SOURCE, 'x', 'exec'))
#: stack_sizes_two
SOURCE = r'''
def j(): return [*a, b, *c], {*a, 1}, (1, *a), {**a, 'b': 1, 'c': 2, **d}
def k(): return f'{a!r:>{w}} {b} c {d}'
def l(): a.b[c:d] += e; a[1:2, 3] = b; del a[b], c.d; (x, *y), z = w
def m():
    try:
        try: pass
        finally:
            f(1, 2, 3, 4, 5)
    except: g(1, 2, 3, 4, 5, 6)
def n():
    for i in a:
        for j in b:
            for k in c:
                with d: return i + j
def o():
    try:
        for i in a: 
            with b: continue
    finally:
        with c: return 1
def p():
    def q():
        return a, b, c, d, e
    a = b = c = d = e = 1
    return [a + b + c + d + e + x for x in y for z in [x] if z]
def r(): yield; x = yield 1; yield from f(x)
def s(): return a < b < c < d, not a, a if b else c, a and b or c, (y := f(1))
def t(): import a.b.c as d, e; from f import g, h as i
def u(): assert a, f(1, 2)
'''
def walk(code, depth=0):
    print('  ' * depth + code.co_name, code.co_stacksize)
    for c in code.co_consts:
        if type(c) is type(code): walk(c, depth + 1)
walk(compile(SOURCE, 'x', 'exec'))
#: stack_sizes_three
SOURCE = r'''
def v():
    with a() as (b, c), d as e.f:
        raise X(1) from y
def w():
    try:
        with a: pass
        return 1
    except E: return f(2)
    finally: g()
def xx():
    while a:
        with b:
            if c: break
            try: d
            finally: e(1, 2)
        continue
def yy():
    try: pass
    finally:
        for i in a: continue
def zz():
    while True:
        try:
            return f(1)
        finally:
            if g: break
def a3():
    while x:
        try: f()
        finally:
            for i in a:
                continue
            else: break
def b3():
    try: f()
    finally:
        for i in a:
            return 1
def c3():
    while x:
        try: return f(1)
        except E as e: return g(e, 1)
        finally:
            with a: continue
async def d3():
    for i in x:
        async with a as b:
            return f(b)
        async with a: break
'''
def walk(code, depth=0):
    print('  ' * depth + code.co_name, code.co_stacksize)
    for c in code.co_consts:
        if type(c) is type(code): walk(c, depth + 1)
walk(compile(SOURCE, 'x', 'exec'))
#: stack_sizes_of_patterns
import sys
SOURCE = r'''
def f():
    match x:
        case 1: pass
def g():
    match x:
        case 1: pass
        case 2: pass
def h():
    match x:
        case [a, b]: pass
        case {'k': v, **r}: pass
        case C(a, b=q) as w: pass
        case 1 | 2 | 'x': pass
        case _: pass
def i():
    match x:
        case [1, *r]: return r
        case (a, [b, c], {'x': y}) if a: return y
def j():
    match x, y:
        case [C(x=0), D(y=1) | E(z=2) as q]: return q
def k():
    match x:
        case {'a': 1, 'b': [u, v], **rest}: pass
def l():
    match x:
        case C(1, a, n=[b, c]): pass
def m():
    match x:
        case (a.b.c): pass
def n():
    match x:
        case y if f(1, 2): pass
        case _: pass
def o():
    match x:
        case [a, _, *_]: pass
        case [_, _]: pass
        case []: pass
        case [*_]: pass
        case {}: pass
        case C(): pass
def p():
    match f(x):
        case ['go', ('north' | 'south') as d]: pass
        case {'t': 'p', 'x': a, 'y': b}: pass
''' if sys.version_info >= (3, 10) else ''
def walk(code, depth=0):
    print('  ' * depth + code.co_name, code.co_stacksize)
    for c in code.co_consts:
        if type(c) is type(code): walk(c, depth + 1)
walk(compile(SOURCE, 'x', 'exec'))
#: stack_sizes_of_long_displays
def sizes(text):
    code = compile(text, 'x', 'eval')
    return code.co_stacksize
names = ', '.join('abcdefghijklmnopqrstuvwxyz'[:20])
many = names + ', ' + names
for text in ('[%s]', '(%s)', '{%s}', 'f(%s)', 'x.f(%s)', '[%s, *y]', 'f(%s, *y)', 'x.f(%s, k=1)'):
    print(text, sizes(text % names), sizes(text % many))
for n in (2, 14, 15, 16, 17, 40):
    pairs = ', '.join('%d: a' % i for i in range(n))
    mixed = ', '.join('a%d: b' % i for i in range(n))
    words = ', '.join('a%d=b' % i for i in range(n))
    print(n, sizes('{%s}' % pairs), sizes('{%s}' % mixed), sizes('{%s, **c}' % pairs), sizes('f(%s)' % words), sizes('f(%s, **c)' % words))
print(sizes('[1, 2, 3]'), sizes('{1, 2, 3}'), sizes('(1, 2, a)'), sizes("f'{a}{b:{c}}{d!r:>{e}}'"))
#: frame_size_follows_the_stack
import sys
def f(): return sys.getsizeof(sys._getframe())
def g():
    x = (1, (2, (3, (4, (5, f())))))
    return sys.getsizeof(sys._getframe())
def h():
    try:
        with open('nothing') as x: pass
    except OSError as e: pass
    return sys.getsizeof(sys._getframe())
def k(a, b, c): return sys.getsizeof(sys._getframe()) + (lambda: a + b)() - a - b
print(g() - f(), h() - f(), k(1, 2, 3) - f())
