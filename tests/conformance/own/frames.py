#: locals_snapshot_or_proxy
import sys
def f():
    a = 1
    d1 = locals()
    b = 2
    d2 = locals()
    return d1 is d2, sorted(d1), sorted(d2)
print(f())
def g():
    x = 1
    fr = sys._getframe()
    l1, l2 = fr.f_locals, fr.f_locals
    x = 5
    return l1 is l2, l1['x'], l2['x'], fr.f_locals['x']
print(g())
#: f_locals_write_through
import sys
def f():
    x = 1
    fr = sys._getframe()
    fr.f_locals['x'] = 99
    fr.f_locals['new'] = 'n'
    return x, fr.f_locals.get('x'), fr.f_locals.get('new')
print(f())
def g():
    c = 1
    def inner(): return c
    sys._getframe().f_locals['c'] = 7
    return c, inner()
print(g())
#: f_locals_type_and_methods
import sys
def f(a, b=2):
    fr = sys._getframe()
    l = fr.f_locals
    print(type(l).__name__, type(locals()).__name__, len(l), 'a' in l, 'zzz' in l)
    print(list(l), list(l.keys()), [k for k, v in l.items() if k in 'ab'])
    try: del l['a']
    except (ValueError, KeyError) as e: print(type(e).__name__, e)
    else: print('deleted', 'a' in fr.f_locals)
    try: l['none']
    except KeyError as e: print('KeyError', e)
    print(isinstance(l, dict), l == dict(l), l.get('q', 'dflt'))
f(1)
#: f_locals_of_module_and_class
import sys
fr = sys._getframe()
print(fr.f_locals is globals(), fr.f_locals is fr.f_globals, locals() is globals())
class K:
    a = 1
    print(sys._getframe().f_locals is locals(), 'a' in locals(), locals()['a'])
    locals()['b'] = 2
print(K.b, K.a)
#: f_locals_proxy_update_and_merge
import sys
def f():
    a = 1
    b = 2
    l = sys._getframe().f_locals
    l.update({'a': 10, 'extra': 3})
    print(a, b, sorted(k for k in l if k != 'l'))
    print(l.setdefault('b', 5), l.setdefault('c', 6), l.get('c'))
    try: print(l.pop('extra'))
    except Exception as e: print(type(e).__name__, e)
    try: l.clear()
    except Exception as e: print(type(e).__name__, e)
    try: print(sorted(l | {'z': 1}) == sorted([*l, 'z']))
    except Exception as e: print(type(e).__name__, e)
f()
#: f_lineno_and_lasti
import sys
def f():
    fr = sys._getframe()
    a = fr.f_lineno
    b = fr.f_lineno; i = fr.f_lasti
    c = (
        fr.f_lineno,
        fr.f_lineno,
    )
    return a, b, c, type(i).__name__, i >= 0
print(f())
fr = sys._getframe()
print(fr.f_lineno,
      fr.f_lineno)
#: f_back_chain
import sys
def names(fr):
    out = []
    while fr:
        out.append(fr.f_code.co_name)
        fr = fr.f_back
    return out
def a(): return b()
def b(): return (lambda: names(sys._getframe()))()
print(a())
class K:
    n = names(sys._getframe())
print(K.n)
print([names(sys._getframe()) for _ in range(1)])
print(list(names(sys._getframe()) for _ in range(1)))
print(sorted([2, 1], key=lambda x: print(names(sys._getframe())) or x))
#: f_back_after_return
import sys
def inner():
    return sys._getframe()
def outer():
    fr = inner()
    print(fr.f_back is sys._getframe())
    return fr
fr = outer()
print(fr.f_back.f_code.co_name if fr.f_back else fr.f_back, fr.f_lineno)
#: getframe_depth_errors
import sys
print(sys._getframe(0).f_code.co_name)
try: sys._getframe(5)
except ValueError as e: print(e)
def f(): return sys._getframe(1).f_code.co_name
print(f())
try: sys._getframe('x')
except TypeError as e: print(e)
print(sys._getframe(-3).f_code.co_name)
#: clear_frame
import sys
class D:
    def __del__(self): print('del')
def f():
    d = D()
    fr = sys._getframe()
    try: fr.clear()
    except RuntimeError as e: print(e)
    return fr
fr = f()
print('returned')
fr.clear()
print('cleared', dict(fr.f_locals))
def g():
    d = D()
    yield 1
it = g()
next(it)
gf = it.gi_frame
try: gf.clear()
except RuntimeError as e: print(e)
print(it.gi_frame, list(it))
#: clear_frame_of_fresh_generator
def g():
    yield 1
it = g()
fr = it.gi_frame
fr.clear()
try: print(next(it))
except StopIteration: print('stopped')
except RuntimeError as e: print(e)
print(it.gi_frame)
#: traceback_frames_clear
import traceback, sys
class D:
    def __del__(self): print('del')
def f():
    d = D()
    raise ValueError('x')
try: f()
except ValueError as e: tb = e.__traceback__
print('handled')
traceback.clear_frames(tb)
print('cleared', tb.tb_next.tb_frame.f_code.co_name)
#: frame_attributes
import sys
def f():
    fr = sys._getframe()
    return [n for n in dir(fr) if n.startswith('f_') or n == 'clear'], type(fr).__name__
print(f())
fr = sys._getframe()
for name in ('f_code', 'f_globals', 'f_builtins', 'f_back', 'f_lasti', 'f_locals'):
    try: setattr(fr, name, None)
    except AttributeError as e: print(name, e)
print(fr.f_trace, fr.f_builtins is __builtins__.__dict__)
#: frame_repr
import sys, re
def f(): return sys._getframe()
fr = f()
print(re.sub('0x[0-9a-f]+', 'ADDR', repr(fr)))
def g(): print(re.sub('0x[0-9a-f]+', 'ADDR', repr(sys._getframe())))
g()
print(re.sub('0x[0-9a-f]+', 'ADDR', repr(f.__code__)))
#: frames_are_unhashable_or_not
import sys
fr = sys._getframe()
print(hash(fr) == hash(fr), {fr: 1}[fr], fr == fr, bool(fr))
try: type(fr)()
except TypeError as e: print(e)
try:
    class F(type(fr)): pass
except TypeError as e: print(e)
#: set_f_lineno_needs_trace
import sys
def f():
    fr = sys._getframe()
    try: fr.f_lineno = 3
    except (ValueError, AttributeError) as e: print(type(e).__name__, e)
    try: fr.f_lineno = 'x'
    except (ValueError, TypeError, AttributeError) as e: print(type(e).__name__, e)
    try: del fr.f_lineno
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
f()
#: deleted_local_in_locals
import sys
def f(a, b):
    del a
    x = 1
    if False: never = 1
    print(sorted(locals()), 'never' in sys._getframe().f_locals, len(locals()))
    try: never
    except UnboundLocalError as e: print(e)
    try: a
    except UnboundLocalError as e: print(e)
f(1, 2)
def g():
    def h(): return z
    try: h()
    except NameError as e: print(type(e).__name__, e)
    try: z
    except UnboundLocalError as e: print(e)
    z = 1
g()
#: free_variables_in_locals
def f():
    a = 1
    def g(p):
        q = a
        return sorted(locals())
    def h():
        return sorted(locals())
    return g(0), h(), sorted(locals())
print(f())
class K:
    v = 1
    def m(self): return __class__, sorted(locals())
print(K().m())
#: comprehension_frames
import sys
def f():
    x = 5
    out = [sys._getframe().f_code.co_name for i in range(1)]
    st = {sys._getframe().f_code.co_name for i in range(1)}
    dc = {0: sys._getframe().f_code.co_name for i in range(1)}
    ge = list(sys._getframe().f_code.co_name for i in range(1))
    return out, st, dc, ge
print(f())
def g():
    return [sorted(locals()) for i in range(1)]
print(g())
print([sorted(k for k in locals() if not k.startswith('_')) for i in range(1)])
#: comprehension_does_not_leak
i = 'outer'
a = [i for i in range(3)]
print(i, a)
def f():
    i = 'local'
    b = [i for i in range(2)]
    fs = [lambda: i for i in range(3)]
    return i, b, [g() for g in fs]
print(f())
class K:
    y = [1, 2]
    z = [v for v in y]
    try: w = [y for v in range(1)]
    except NameError as e: print(e)
print(K.z)
#: exec_and_eval_frames
import sys
def f():
    x = 1
    exec('y = 2; print(sorted(locals()))')
    print(sorted(locals()), eval('x + 1'))
    try: y
    except NameError as e: print(e)
    ns = {}
    exec('import sys; n = sys._getframe().f_code.co_name, sys._getframe().f_back.f_code.co_name', ns)
    print(ns['n'], '__builtins__' in ns)
    exec('x = 50')
    print(x)
f()
#: eval_locals_mapping
class M(dict):
    def __missing__(self, k): return k.upper()
print(eval('a + b', {}, M()))
class N:
    def __getitem__(self, k):
        if k == 'z': raise KeyError(k)
        return len(k)
try: print(eval('abc', {}, N()))
except TypeError as e: print(e)
try: exec('z', {}, N())
except NameError as e: print(e)
try: exec('1', [])
except TypeError as e: print(e)
try: eval('1', {}, 5)
except TypeError as e: print(e)
#: code_object_facts
def f(a, b, /, c, *args, d=1, **kw):
    x = 1
    def g(): return x, a
    return g
co = f.__code__
print(co.co_argcount, co.co_posonlyargcount, co.co_kwonlyargcount, co.co_nlocals, co.co_stacksize > 0)
print(co.co_varnames, co.co_cellvars, co.co_freevars, co.co_names)
print(co.co_flags, co.co_name, co.co_filename, co.co_firstlineno)
g = f(1, 2, 3)
print(g.__code__.co_freevars, g.__code__.co_flags, g.__code__.co_varnames)
#: code_flags
import inspect
def plain(): pass
def gen(): yield
async def co(): pass
async def ag(): yield
def va(*a): pass
def kw(**k): pass
def outer():
    n = 1
    def nested(): return n
    return nested
class K:
    def m(self): pass
for f in (plain, gen, co, ag, va, kw, outer, outer(), K.m, lambda: 0):
    print(f.__name__, hex(f.__code__.co_flags))
print(hex(compile('1', 's', 'eval').co_flags), hex(compile('x=1', 's', 'exec').co_flags))
#: qualnames
import sys
def f():
    class A:
        def m(self):
            return lambda: 0
    def g(): return [x for x in ()], (y for y in ())
    return A, g
A, g = f()
print(A.__qualname__, A.m.__qualname__, A().m().__qualname__, g.__qualname__, g()[1].__qualname__)
def h():
    global GG
    class GG: pass
    def k(): pass
    return k
print(h().__qualname__, GG.__qualname__)
if sys.version_info >= (3, 11): print(g.__code__.co_qualname)
#: code_replace
def f(a, b=1):
    return a + b + 10
g = f.__code__.replace(co_consts=tuple(20 if c == 10 else c for c in f.__code__.co_consts))
try:
    f.__code__ = g
    print(f(1))
except Exception as e: print(type(e).__name__)
print(g.co_name, g == f.__code__, f.__code__.replace(co_name='zz').co_name)
try: f.__code__.replace(nothing=1)
except TypeError as e: print(e)
try: f.__code__ = 5
except TypeError as e: print(e)
#: code_equality_and_hash
def f(): return 1
def g(): return 1
a = compile('x = 1', 'file', 'exec')
b = compile('x = 1', 'file', 'exec')
c = compile('x = 2', 'file', 'exec')
print(a == b, a is b, hash(a) == hash(b), a == c)
print(f.__code__ == g.__code__, compile('1', 'f', 'eval') == compile('1.0', 'f', 'eval'), compile('1', 'f', 'eval') == compile('True', 'f', 'eval'))
print(compile('x = 1', 'other', 'exec') == a)
#: recursion_frames_released
import sys
class D:
    n = 0
    def __init__(self): D.n += 1
    def __del__(self): D.n -= 1
def rec(k):
    d = D()
    if k: return rec(k - 1)
    return D.n
print(rec(50), D.n)
def err(k):
    d = D()
    if k == 0: raise KeyError('deep')
    err(k - 1)
try: err(20)
except KeyError as e: print(D.n)
print(D.n)
#: recursion_error_is_caught
import sys
def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(e)
def depth():
    try: return 1 + depth()
    except RecursionError: return 0
d = depth()
print(900 < d <= 1000)
sys.setrecursionlimit(150)
print(sys.getrecursionlimit(), depth() < 150)
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
try: sys.setrecursionlimit(1)
except RecursionError as e: print('RecursionError')
#: generator_frame_back
import sys
def g():
    fr = sys._getframe()
    yield fr.f_back.f_code.co_name
    yield fr.f_back.f_code.co_name
it = g()
def one(): return next(it)
def two(): return next(it)
print(one(), two(), it.gi_frame.f_back)
#: trace_function_events
import sys
events = []
def tr(frame, event, arg):
    if frame.f_code.co_name in ('f', 'g'):
        events.append((frame.f_code.co_name, event, frame.f_lineno))
        return tr
def g():
    return 2
def f():
    x = 1
    y = g()
    return x + y
try:
    sys.settrace(tr)
    f()
finally:
    sys.settrace(None)
print(events)
#: frame_holds_arguments
import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(a, *r, **k):
    a = None
    print('inside')
    r = None
    print('rest gone')
f(D('a'), D('r1'), D('r2'), k=D('k'))
print('after')
def g(a):
    print(sys.getrefcount(a))
g(D('temp'))
x = D('named')
g(x)
del x
#: exception_keeps_frame
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    d = D('local')
    1 / 0
err = None
try: f()
except ZeroDivisionError as e: err = e
print('kept')
err.__traceback__ = None
print('dropped')
try: f()
except ZeroDivisionError: print('in handler')
print('after handler')
#: finally_order_of_frames
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    d = D('f')
    try: return g()
    finally: print('finally f')
def g():
    d = D('g')
    e = D('g2')
    try: return D('ret')
    finally: print('finally g')
r = f()
print('returned', r.n)
#: locals_order_of_release
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(p, q):
    z = D('z')
    a = D('a')
    def inner(): return c
    c = D('cell')
    m = D('m')
f(D('p'), D('q'))
#: module_globals_at_end
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
b = D('b')
a = D('a')
_under = D('_under')
l = [D('in list')]
print('end')
#: class_body_frame
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
class K:
    d = D('kept')
    t = D('dropped')
    del t
    print('body ends')
print('class made')
del K.d
print('attribute gone')
#: f_trace_and_builtins_override
import sys
g = {'__builtins__': {'print': print, 'len': lambda x: 'mine'}}
exec('print(len([]))', g)
try: exec('print(abs(-1))', g)
except NameError as e: print(e)
exec('def f(): return len(5)', g)
print(g['f'](), g['f'].__builtins__ is g['__builtins__'] if sys.version_info >= (3, 10) else True)
try: exec('class K: pass', g)
except Exception as e: print(type(e).__name__, e)
try: exec('import os', g)
except ImportError as e: print(e)
