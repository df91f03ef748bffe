#: send_throw_close_protocol
def g():
    try:
        while True:
            try:
                x = yield 'ready'
                print('got', x)
            except ValueError as e:
                print('caught', e)
    finally:
        print('cleanup')
it = g()
try: it.send(1)
except TypeError as e: print(e)
print(next(it), it.send('a'), it.throw(ValueError('boom')))
it.close()
it.close()
try: it.send(1)
except StopIteration as e: print('stopped', e.value)
#: throw_forms
def g():
    try: yield 1
    except Exception as e: yield type(e).__name__, e.args, e.__traceback__ is not None
for args in ((ValueError,), (ValueError('v'),)):
    it = g(); next(it)
    print(it.throw(*args))
it = g(); next(it)
for bad in (5, 'text', int, object()):
    try: it.throw(bad)
    except TypeError as e: print(e)
it = g()
try: it.throw(KeyError('fresh'))
except KeyError as e: print('raised', e)
print(list(it), it.gi_frame)
#: close_and_generatorexit
def g():
    try: yield 1
    except GeneratorExit: print('exit seen'); raise
def h():
    try: yield 1
    except GeneratorExit: return 'value'
def k():
    try: yield 1
    except GeneratorExit: yield 2
def m():
    try: yield 1
    finally: raise KeyError('from finally')
for f in (g, h, k, m):
    it = f(); next(it)
    try: print(f.__name__, it.close())
    except Exception as e: print(f.__name__, type(e).__name__, e)
it = g()
print(it.close(), it.gi_frame, next(it, 'over'))
#: close_twice_inside_itself
def g():
    try: me.close()
    except ValueError as e: print(e)
    yield 1
me = g()
print(next(me))
def h():
    try: me2.throw(KeyError)
    except ValueError as e: print(e)
    try: me2.send(None)
    except ValueError as e: print(e)
    yield 2
me2 = h()
print(next(me2))
#: return_values
def g():
    r = yield 1
    return r
it = g(); next(it)
try: it.send((1, 2))
except StopIteration as e: print(e.value, e.args)
it = g(); next(it)
try: it.send(StopIteration(5))
except StopIteration as e: print(repr(e.value), repr(e.args))
it = g(); next(it)
try: it.send(None)
except StopIteration as e: print(e.value, e.args)
def h():
    x = yield from g()
    print('from', x)
    return 'h'
it = h(); next(it)
try: it.send('v')
except StopIteration as e: print(e.value)
#: yield_from_any_iterable
def g():
    a = yield from [1, 2]
    b = yield from range(2)
    c = yield from {'k': 1}
    d = yield from (x for x in 'z')
    print(a, b, c, d)
    yield from 5
it = g()
for _ in range(6): print(next(it))
try: next(it)
except TypeError as e: print(e)
#: yield_from_delegates
class It:
    def __iter__(self): return self
    def __next__(self): return 'next'
    def send(self, v): return 'send', v
    def throw(self, *a): return 'throw', a[0] if isinstance(a[0], type) else type(a[0]).__name__
    def close(self): print('close called')
def g():
    yield from It()
it = g()
print(next(it), it.send(3), it.send(None), it.throw(KeyError))
it.close()
class Plain:
    def __iter__(self): return self
    def __next__(self): return 'n'
def h(): yield from Plain()
it = h(); next(it)
try: it.send(1)
except AttributeError as e: print(e)
it = h(); next(it)
try: it.throw(ValueError('t'))
except ValueError as e: print('ValueError', e)
#: yield_from_return_and_stop
def inner():
    yield 1
    return 'inner value'
def outer():
    r = yield from inner()
    print('r =', r)
    try: yield from bad()
    except RuntimeError as e: print(e, repr(e.__cause__))
    yield 'end'
def bad():
    raise StopIteration('oops')
    yield
print(list(outer()))
#: gi_attributes
import inspect
def g(n):
    loc = n
    yield loc
    yield from inner()
def inner(): yield 'i'
it = g(4)
print(it.__name__, it.__qualname__, it.gi_running, it.gi_yieldfrom, it.gi_code is g.__code__)
print(it.gi_frame.f_locals, inspect.getgeneratorlocals(it), inspect.getgeneratorstate(it))
next(it); print(it.gi_frame.f_locals, inspect.getgeneratorstate(it), it.gi_frame.f_lineno)
next(it); print(it.gi_yieldfrom.__name__)
it.__name__ = 'renamed'; it.__qualname__ = 'q.renamed'
print(it.__name__, it.__qualname__)
try: it.__name__ = 5
except TypeError as e: print(e)
for n in ('gi_running', 'gi_frame', 'gi_code', 'gi_yieldfrom'):
    try: setattr(it, n, None)
    except AttributeError as e: print(e)
list(it)
print(it.gi_frame, inspect.getgeneratorstate(it), inspect.getgeneratorlocals(it), it.gi_code is g.__code__)
#: repr_and_types
import re
def g(): yield
async def c(): pass
async def a(): yield
for f in (g, c, a):
    o = f()
    print(re.sub('0x[0-9a-f]+', 'ADDR', repr(o)), type(o).__name__)
    if f is c: o.close()
print(re.sub('0x[0-9a-f]+', 'ADDR', repr(x for x in ())))
try: type(g())()
except TypeError as e: print(e)
try:
    class G(type(g())): pass
except TypeError as e: print(e)
#: generator_del_runs_finally
def g(n):
    try: yield n
    finally: print('finally', n)
it = g(1); next(it)
del it
print('gone')
it = g(2)
del it
print('never started')
def h():
    try: yield 1
    except GeneratorExit: yield 'bad'
it = h(); next(it)
del it
print('end')
#: for_loop_leaves_generator
def g():
    try:
        for i in range(5): yield i
    finally: print('closed')
for x in g():
    if x == 1: break
print('after break')
it = g()
for x in it:
    if x == 1: break
print('held')
print(next(it))
del it
def f():
    for x in g(): return x
print(f())
#: generators_release_locals
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def g():
    a = D('a')
    yield 1
    b = D('b')
    del a
    yield 2
it = g()
next(it); print('one')
next(it); print('two')
try: next(it)
except StopIteration: print('three')
it = g(); next(it)
it.close()
print('closed')
def h(arg):
    yield 1
it = h(D('arg'))
print('made')
del it
print('arg gone')
#: cycle_through_generator
import gc
gc.disable(); gc.collect()
class D:
    def __del__(self): print('del')
def g():
    d = D()
    me = yield
    yield 'x'
it = g(); next(it)
it.send(it)
del it
print('name gone')
print(gc.collect() > 0)
def h():
    me = yield
    try: yield 'x'
    finally: print('finally at collection')
it = h(); next(it); it.send(it)
del it
gc.collect()
print('end')
#: exception_state_in_generators
import sys
def cur():
    e = sys.exc_info()[1]
    return type(e).__name__ if e else None
def g():
    yield cur()
    try: raise KeyError
    except KeyError:
        yield cur()
        yield cur()
    yield cur()
it = g()
print(next(it))
try: raise ValueError
except ValueError:
    print(next(it), cur())
print(next(it), cur())
try: raise OSError
except OSError:
    print(next(it), cur())
def h():
    try: yield
    except Exception as e: print(repr(e.__context__))
try: raise IndexError('outer')
except IndexError:
    it = h(); next(it)
    try: it.throw(KeyError('thrown'))
    except StopIteration: pass
#: context_of_errors_in_generator
def g():
    try: yield 1
    except ValueError: raise KeyError('second')
it = g(); next(it)
try: it.throw(ValueError('first'))
except KeyError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
def h(): yield from g()
it = h(); next(it)
try: it.throw(ValueError('first'))
except KeyError as e: print(repr(e.__context__), e.__traceback__.tb_next is not None)
#: generator_expression_evaluation_order
def tell(x): print('tell', x); return x
g = (tell(i) for i in tell([1, 2]) if tell(i > 0))
print('made')
print(next(g))
try: h = (x for x in 5)
except TypeError as e: print(e)
try: h = (x for y in [1] for x in 5); print('made'); next(h)
except TypeError as e: print(e)
h = ((a, b) for a in (1, 2) for b in range(a))
print(list(h))
#: sizes_of_generators
import sys
def small(): yield
def large(a, b, c, d):
    e = f = g = h = 1
    yield [a, b, c, d, e, f, g, h]
print(sys.getsizeof(small()), sys.getsizeof(large(1, 2, 3, 4)), sys.getsizeof(x for x in ()))
async def co(): pass
c = co()
print(sys.getsizeof(c), type(small()).__basicsize__, type(small()).__itemsize__, type(c).__basicsize__)
c.close()
#: counts_of_generator_arguments
import sys
o = object()
def g(x):
    yield sys.getrefcount(x)
    y = x
    yield sys.getrefcount(o)
b = sys.getrefcount(o)
it = g(o)
print(sys.getrefcount(o) - b)
print(next(it) - b, next(it) - b)
del it
print(sys.getrefcount(o) - b)
#: refcount_of_generator
import sys
def g(): yield sys.getrefcount(me)
me = g()
print(sys.getrefcount(me), next(me))
for x in me: pass
print(sys.getrefcount(me))
it = iter(me)
print(it is me, sys.getrefcount(me))
#: address_reuse_of_generators
def g(): yield 1
a = g(); i = id(a); del a
b = g(); print(id(b) == i)
list(b)
i = id(b); del b
c = (x for x in ()); print(type(c).__name__)
def run(): return id(g())
print(run() == run())
#: is_tracked_and_referents
import gc
gc.disable()
def g(a):
    b = [1]
    yield b
it = g((1, [2]))
print(gc.is_tracked(it))
next(it)
print(sorted(type(o).__name__ for o in gc.get_referents(it)))
list(it)
print(sorted(type(o).__name__ for o in gc.get_referents(it)))
#: many_in_lockstep
def count(n, step=1):
    while True:
        yield n
        n += step
from itertools import islice
gens = [count(i, i) for i in range(1, 4)]
print([[next(g) for g in gens] for _ in range(3)])
def rr(*its):
    its = list(its)
    while its:
        for it in its[:]:
            try: yield next(it)
            except StopIteration: its.remove(it)
print(list(rr(iter('abc'), iter('d'), iter('ef'))))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)), sum(1 for _ in tree(8)))
#: deep_yield_from
def deep(n):
    if n: yield from deep(n - 1)
    else: yield 'bottom'
print(list(deep(300)))
it = deep(100)
print(next(it))
it.close()
def chain(n):
    g = iter([1])
    for _ in range(n): g = (x + 1 for x in g)
    return g
print(list(chain(90)))
#: unpacking_generators
def g(n):
    for i in range(n):
        print('y', i)
        yield i
a, b = g(2)
try: a, b = g(3)
except ValueError as e: print(e)
try: a, b = g(1)
except ValueError as e: print(e)
a, *b = g(3)
print(a, b)
print(*g(2), sep='|')
print(dict(zip(g(2), 'ab')), max(g(2)), sorted(g(2), reverse=True))
print(2 in g(5))
#: list_of_generator_that_raises
def g():
    yield 1
    yield 2
    raise ValueError('late')
l = [0]
try: l.extend(g())
except ValueError as e: print(e, l)
try: l += g()
except ValueError as e: print(e, l)
try: l[1:1] = g()
except ValueError as e: print(e, l)
s = set()
try: s.update(g())
except ValueError as e: print(sorted(s))
d = {}
try: d.update((x, x) for x in g())
except ValueError: print(d)
try: tuple(g())
except ValueError as e: print(e)
try: ''.join(str(x) for x in g())
except ValueError as e: print(e)
#: with_statement_in_generator
from contextlib import contextmanager
@contextmanager
def cm(n):
    print('enter', n)
    try: yield n
    except ValueError as e: print('swallow', e)
    finally: print('exit', n)
def g():
    with cm('a') as a, cm('b') as b:
        yield a
        yield b
it = g()
print(next(it))
it.close()
print('closed')
with cm('c'): raise ValueError('v')
try:
    with cm('d'): raise KeyError('k')
except KeyError as e: print('through', e)
@contextmanager
def never(): return; yield
try:
    with never(): pass
except RuntimeError as e: print(e)
@contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
#: coroutine_objects
import warnings, sys
warnings.simplefilter('ignore')
class Aw:
    def __await__(self): yield 'p'; return 'r'
async def c():
    x = await Aw()
    return x
o = c()
print(o.cr_running, o.cr_await, o.cr_frame is not None, o.cr_code is c.__code__, o.cr_origin)
print(o.send(None), type(o.cr_await).__name__, o.cr_running)
try: next(o)
except TypeError as e: print(e)
try: iter(o)
except TypeError as e: print(e)
try: o.send(None)
except StopIteration as e: print(e.value)
try: o.send(None)
except RuntimeError as e: print(e)
o = c()
o.throw
try: o.throw(KeyError('k'))
except KeyError as e: print(e)
try: o.send(None)
except RuntimeError as e: print(e)
async def use(x): return await x
p = c()
p.send(None)
q = use(p)
try: q.send(None)
except RuntimeError as e: print(e)
#: never_awaited_warning
async def c(): pass
o = c()
del o
print('end')
#: async_generators
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return r
async def g():
    try:
        x = yield 1
        print('x', x)
        await Aw('w')
        yield 2
    finally: print('cleanup')
def step(c, *a):
    try: return 'await', c.send(*a or (None,))
    except StopIteration as e: return 'value', e.value
    except StopAsyncIteration: return 'stop'
it = g()
print(step(it.__anext__()))
n = it.asend('sent')
print(step(n), step(n))
print(step(it.aclose()))
print(step(it.__anext__()))
it = g()
try: it.asend(1).send(None)
except TypeError as e: print(e)
a = g().__anext__()
print(type(a).__name__, type(g()).__name__, it.ag_running, it.ag_await, it.ag_frame is not None)
a.close()
#: next_with_default_and_iter_sentinel
def g():
    yield 1
it = g()
print(next(it, 'd'), next(it, 'd'), next(it, None))
try: next(it)
except StopIteration as e: print(repr(e), e.value)
try: next([])
except TypeError as e: print(e)
n = [0]
def f(): n[0] += 1; return n[0]
print(list(iter(f, 4)), list(iter(f, 6)))
try: iter(5, 6)
except TypeError as e: print(e)
def s(): raise StopIteration
print(list(iter(s, 0)))
#: stop_iteration_leaks
def g():
    yield next(iter(()))
try: list(g())
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def h():
    try: yield 1
    finally: raise StopIteration('f')
it = h(); next(it)
try: next(it)
except RuntimeError as e: print(e, repr(e.__cause__))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
print([x for x in It()], list(x for x in It()), sum(It()))
async def c(): raise StopIteration('in coroutine')
o = c()
try: o.send(None)
except RuntimeError as e: print(e)
async def a(): raise StopAsyncIteration('x'); yield
try: a().__anext__().send(None)
except RuntimeError as e: print(e)
#: traceback_of_generators
import traceback
def g():
    yield 1
    raise ValueError('deep')
def h(): yield from g()
def f():
    for x in h(): pass
try: f()
except ValueError as e:
    for fs in traceback.extract_tb(e.__traceback__): print(fs.name, fs.lineno, fs.line)
it = g(); next(it)
try: it.throw(KeyError('thrown'))
except KeyError as e: print([(fs.name, fs.lineno) for fs in traceback.extract_tb(e.__traceback__)])
#: gen_suspended_and_running
def g():
    yield it.gi_running
    yield it.gi_frame is not None
it = g()
print(it.gi_running, next(it), it.gi_running, next(it))
import sys
if sys.version_info >= (3, 11): print(it.gi_suspended)
try: print(it.gi_nothing)
except AttributeError as e: print(e)
#: code_of_a_genexpr_called
import sys
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
class Iterable:
    def __iter__(self):
        return iter((1, 2))
class Counter:
    n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n
code = (x for x in []).gi_code
make = type(show)(code, globals())
given = [iter([3]), (y for y in 'q'), Counter(), Iterable()]
if sys.version_info >= (3, 14):
    given += [5, [1], range(3), {1: 2}, 'ab', None, type]
for each in given:
    show(lambda: list(make(each)))
def delegating():
    yield from make(given[-1])
show(lambda: list(delegating()))
#: iterators_without_next
class Lost:
    n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n == 2:
            del Lost.__next__
        return self.n
def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: [each for each in Lost()])
show(lambda: next(Lost()))
show(lambda: iter(Lost()))
class Nothing:
    __next__ = None
    def __iter__(self):
        return self
show(lambda: list(Nothing()))
show(lambda: [*Nothing()])
show(lambda: next(Nothing()))
class Plain:
    pass
show(lambda: next(Plain()))
show(lambda: Plain.__next__)
Plain.__next__ = lambda self: 4
show(lambda: next(Plain()))
