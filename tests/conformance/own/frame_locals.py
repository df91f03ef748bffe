#: methods_of_the_view
import sys
def attempt(do):
    try: print(do())
    except Exception as e: print(type(e).__name__, e)
def f(a, b=2):
    c = 3
    def inner(): return c
    if 0: z = 1
    p = sys._getframe().f_locals
    print(type(p).__name__, len(p), sorted(p), p['a'], p.get('b'), p.get('nope'), p.get('nope', 3))
    attempt(lambda: p['nope'])
    attempt(lambda: p[1])
    attempt(lambda: p[[]])
    attempt(lambda: [] in p)
    attempt(lambda: ('a' in p, 'z' in p, 'nope' in p, 1 in p))
    attempt(lambda: p.get())
    attempt(lambda: p.setdefault('a', 4))
    attempt(lambda: p.setdefault('q', 4))
    attempt(lambda: type(p.copy()).__name__)
    attempt(lambda: hash(p))
    attempt(lambda: p < p)
    attempt(lambda: p.nope)
    attempt(lambda: p | 3)
    attempt(lambda: sorted((p | {'k': 1})))
    attempt(lambda: type({'k': 1} | p).__name__)
    attempt(lambda: p.update([('b', 21)]))
    print(type(p.keys()).__name__, type(p.items()).__name__, type(p.values()).__name__, type(iter(p)).__name__)
f(1)

#: write_through
import sys
def f(a, b=2):
    c = 3
    def inner(): return c
    if 0: z = 1
    p = sys._getframe().f_locals
    p['a'] = 10
    p['c'] = 30
    p['z'] = 5
    print(a, c, inner())
    try: print(z)
    except UnboundLocalError as e: print(e)
    p['new'] = 6
    print(p['new'], 'new' in locals(), 'new' in sys._getframe().f_locals)
    p.update({'b': 20, 'x': 1})
    print(b, sorted(k for k in p if k != 'p'))
    p |= {'b': 22}
    print(b)
    def child():
        sys._getframe(1).f_locals['b'] = 'from below'
    child()
    print(b)
    def outer_closure():
        sys._getframe().f_locals['c'] = 'cell'
        return c
    print(outer_closure(), c, inner())
try: f(1)
except TypeError as e: print(e)

#: removing
import sys
def attempt(do):
    try: print(do())
    except Exception as e: print(type(e).__name__, e)
def f(a):
    p = sys._getframe().f_locals
    p['new'] = 7
    attempt(lambda: p.__delitem__('a'))
    attempt(lambda: p.__delitem__('nope'))
    attempt(lambda: p.pop('new'))
    attempt(lambda: p.pop('nope', 4))
    attempt(lambda: p.pop('nope'))
    attempt(lambda: p.popitem() and 0)
    attempt(lambda: p.clear())
f(1)

#: equality_and_identity
import sys
def f(a):
    fr = sys._getframe()
    p, q = fr.f_locals, fr.f_locals
    print(p is q, p == q, p != q, p == dict(p), p == {}, p == 3, p != 3, bool(p))
    def g():
        h = sys._getframe().f_locals
        return h == p, h != p
    print(g())
    l = locals()
    print(l is locals(), l == locals(), type(l).__name__)
    l['a'] = 'changed'
    print(a, locals()['a'])
f(1)
import collections.abc
def kind():
    p = sys._getframe().f_locals
    return [isinstance(p, c) for c in (collections.abc.Mapping, collections.abc.MutableMapping, dict)]
print(kind(), sys._getframe().f_locals is sys._getframe().f_locals)

#: repr_and_order
import sys
def f(a, *args, k=1, **kw):
    z = [a]
    y = lambda: z
    p = sys._getframe().f_locals
    me = p
    q = 5
    del q
    return repr(p).replace(hex(id(y)), 'ID')
print(f(1, 2, k=3, w=4)[:60])
def g():
    b = 1; a = 2
    def h(): return c
    c = 3
    return list(sys._getframe().f_locals), list(locals())
print(g())

#: module_class_and_comprehension
import sys
x = [sorted(sys._getframe().f_locals) for i in (1,)]
print(len(x[0]) < 5, type(sys._getframe().f_locals).__name__)
print([type(sys._getframe().f_locals).__name__ for i in (1,)])
class K:
    a = 1
    print(type(sys._getframe().f_locals).__name__, 'a' in locals())
    print([('i' in locals(), 'a' in locals()) for i in (1,)])
    sys._getframe().f_locals['b'] = 2
print(K.b)
def f():
    w = 1
    print([sorted(locals()) for i in (1,)])
    print([sorted(sys._getframe().f_locals) for i in (1,)], list(locals()))
f()

#: generators_and_tracebacks
import sys
def gen():
    x = 1
    yield
    yield x
g = gen(); next(g)
g.gi_frame.f_locals['x'] = 5
print(next(g))
def fails():
    v = 1
    1 / 0
try: fails()
except ZeroDivisionError as e: frame = e.__traceback__.tb_next.tb_frame
p = frame.f_locals
print(dict(p), p['v'])
p['v'] = 3
print(dict(frame.f_locals))
frame.clear()
print(dict(frame.f_locals))

#: what_is_overwritten
import sys
class W:
    def __init__(self, name): self.name = name
    def __del__(self): print('gone', self.name)
def f():
    a = W('a')
    sys._getframe().f_locals['a'] = 2
    print('after', a if a == 2 else '')
    b = W('b')
    sys._getframe().f_locals['b'] = W('c')
    print('after')
    b = 3
    print('end')
f()
print('done')
def refs():
    x = object()
    n = sys.getrefcount(x)
    fr = sys._getframe()
    v = fr.f_locals
    return n, sys.getrefcount(x)
print(refs())

#: exec_in_functions
import sys
def f():
    y = 1
    exec('y = 2; w = 3')
    print(y, 'w' in locals())
    exec('y = 2; w = 3', globals(), sys._getframe().f_locals)
    print(y, 'w' in locals(), 'w' in sys._getframe().f_locals)
    print(eval('y + 1'), eval('sorted(locals())'))
    l = locals()
    exec('l["y"] = 9')
    print(y, l['y'])
f()
