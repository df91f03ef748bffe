#: proxies
import sys, gc
lazy import json
lazy from textwrap import dedent, indent as dq
lazy import string.templatelib
lazy import string.templatelib as op, statistics
print([k for k in globals() if not k.startswith('_')])
print(globals()['json'], type(globals()['json']), globals()['dedent'], globals()['dq'], globals()['string'], globals()['op'])
print('json' in sys.modules, 'textwrap' in sys.modules)
print(json.dumps([1]), 'json' in sys.modules, type(globals()['json']))
print(dedent.__name__, type(globals()['dedent']), type(globals()['dq']))
L = type(globals()['dq'])
print(L.__mro__, L.__basicsize__, sorted(L.__dict__), L.__doc__)
import types
print(types.LazyImportType is L)

#: the_object
import sys, gc
lazy from textwrap import indent
lazy import bisect
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
h = [globals()['indent'], globals()['bisect']]
x = h[0]
def look(h):
    p = h[0]
    for f in (lambda: p.foo, lambda: p.__name__, lambda: type(p)(), lambda: type(p)({}, 'json'), lambda: sys.getsizeof(p), lambda: gc.is_tracked(p), lambda: p == p, lambda: p.resolve().__name__, lambda: type(p), lambda: repr(h)):
        t(f)
    refs = gc.get_referents(p)
    print([type(r).__name__ for r in refs], refs[1], refs[0])
    print([type(r).__name__ for r in gc.get_referents(refs[0])], gc.get_referents(refs[0])[1:3])
    print([type(r).__name__ for r in gc.get_referents(h[1])])
look(h)

#: parts
import gc
lazy import x.y.z as w
lazy import x.y.z as w2, q
lazy from x.y import z, zz
lazy import a.b
def refs(n): return [type(a).__name__ if type(a).__name__ in ('dict', 'code') else a for a in gc.get_referents(n)]
def look():
    g = globals()
    for n in ('w', 'w2', 'q', 'z', 'zz', 'a'): print(n, g[n], refs(g[n]))
    p = refs(g['w'])[0]
    print(refs(p), refs(refs(p)[0]))
    print(refs(g['z'])[0] is refs(g['zz'])[0], refs(g['w'])[0] is refs(g['w2'])[0])
look()

#: registered
import sys
base = set(sys.lazy_modules)
print(type(sys.lazy_modules))
lazy from textwrap import dedent, indent
lazy import nosuch
lazy from nosuch import a
lazy import string.templatelib
lazy import statistics
print(sorted(n for n in set(sys.lazy_modules) - base if n.split('.')[0] not in ('copy', 'heapq')))
statistics
print(sorted(n for n in set(sys.lazy_modules) - base if n.split('.')[0] not in ('copy', 'heapq')))
dedent
print(sorted(n for n in set(sys.lazy_modules) - base if n.split('.')[0] not in ('copy', 'heapq')))
print(string.templatelib.__name__)
print(sorted(n for n in set(sys.lazy_modules) - base if n.split('.')[0] not in ('copy', 'heapq')))

#: where_names_are_looked_up
import types, builtins
lazy from textwrap import dedent as r2
def f(): return r2.__name__
P = [globals()['r2']]
def look(p):
    z = p; print(type(z))
look(P[0])
d = {'q': P[0]}; exec('print(type(q))', {}, d); print(type(d['q']))
d = {'q': P[0]}; exec('def f(): return q\nf()', d); print(type(d['q']))
d = {'q': P[0]}; print(eval('q.__name__', d)); print(type(d['q']))
d = {'q': P[0]}; exec('del q', d); print('q' in d)
class A:
    z = globals()['r2']
    print(type(z))
print(type(A.__dict__['z']))
builtins.zzq = P[0]
print(zzq.__name__, type(builtins.__dict__['zzq']), 'zzq' in globals())
del builtins.zzq
m = types.ModuleType('mm'); m.__dict__['z'] = P[0]
print(type(m.__dict__['z']), m.z.__name__, type(m.__dict__['z']))
m.__dict__['y'] = P[0]
print(getattr(m, 'y').__name__, type(vars(m)['y']), hasattr(m, 'nope'))
print(type(globals()['r2']), f(), type(globals()['r2']))

#: often
lazy import json
def f(): return json
lazies = [globals()['json']]
for i in range(30): f()
def again(): globals()['json'] = lazies[0]
again()
print(type(globals()['json']))
print(f().__name__, type(globals()['json']))
again()
print(json.__name__)

#: rebound
lazy import json as js
del js
try: js
except NameError as e: print(e)
lazy import json as js
js = 5
print(js)
lazy import nosuch as js
print('js' in globals(), 'js' in dir(), type(vars()['js']))
import __main__
print(type(__main__.__dict__['js']))

#: errors
lazy import nosuch
lazy from nosuch import a as na
lazy from textwrap import nope
lazy import nosuch.below as nb
def t(f):
    try: f()
    except Exception as e: print(type(e).__name__, str(e).split(' (')[0], repr(e.__cause__), repr(e.__context__), e.__suppress_context__, e.name, e.name_from)
t(lambda: nosuch)
t(lambda: nosuch)
print(type(globals()['nosuch']))
t(lambda: na)
t(lambda: nope)
t(lambda: nb)
def g():
    try: 1 / 0
    except ZeroDivisionError: nosuch
try: g()
except ImportError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__, e.__notes__)
try: nosuch
except ImportError as e:
    tb = e.__cause__.__traceback__
    print(tb.tb_lineno, tb.tb_next, tb.tb_frame.f_code.co_name)

#: traceback
lazy import json
lazy from json import nope
print(json.__name__)
def f():
    return nope.x
try: f()
except ImportError as e: print(e.name, e.name_from)
import sys
def hook(t, e, tb):
    import traceback
    print(t.__name__)
    print(repr(e.__cause__), e.__cause__.__traceback__.tb_lineno, tb.tb_lineno)
sys.excepthook = hook
nope

#: hooked
import builtins, sys
orig = builtins.__import__
def hook(name, g=None, l=None, f=(), lv=0):
    if g is globals(): print('  import', name, f, lv, l is g)
    return orig(name, g, l, f, lv)
lazy import string.templatelib as w, statistics
lazy from textwrap import dedent, indent
lazy from struct import pack
builtins.__import__ = hook
print(w.__name__)
print(dedent.__name__, indent.__name__)
print(statistics.__name__)
import bisect
def f():
    import struct
f()

#: lazy_function
import sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
print(__lazy_import__('json'), __lazy_import__('json', globals(), None, ('a',)), __lazy_import__('json', fromlist='x'))
t(lambda: __lazy_import__('json'))
for args in ((), (1,), ('',), ('x', None, None, None, -1)):
    try: print(__lazy_import__(*args))
    except BaseException as e: print(type(e).__name__, e)
exec('lazy import json\nprint(type(globals()["json"]), json.__name__)', {})
try: exec('lazy import json', {}, {})
except SyntaxError as e: print(e)
def w(): exec('lazy import json')
try: w()
except SyntaxError as e: print(e)
print(ImportCycleError.__mro__, ImportCycleError.__doc__)

#: set_lazy_imports
import sys
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: sys.get_lazy_imports())
for m in ('x', 1, 'ALL', None): t(lambda: sys.set_lazy_imports(m))
t(lambda: sys.set_lazy_imports())
t(lambda: sys.set_lazy_imports_filter())
t(lambda: sys.set_lazy_imports_filter(1))
t(lambda: sys.get_lazy_imports_filter())
t(lambda: sys.set_lazy_imports('all'))
print(sys.get_lazy_imports())
import types
print(type(globals()['types']))
def h():
    import statistics
    return type(statistics)
print(h())
class B:
    import struct
    print(type(vars()['struct']))
from textwrap import dedent, indent as tw
from bisect import *
print('bisect_left' in globals(), type(globals()['tw']))
sys.set_lazy_imports(mode='normal')
import json
print(type(globals()['json']), sys.get_lazy_imports())

#: eager_places
import sys, contextlib
sys.set_lazy_imports('all')
try: import n1
except ImportError: print('1 eager')
try: 1 / 0
except ZeroDivisionError:
    try: import n2
    except ImportError: print('2 eager')
try: pass
except: pass
else:
    try: import n3
    except ImportError: print('3 eager')
try:
    for i in [1]: import n4
except ImportError: print('4 eager')
try: pass
finally:
    import n5
    print('5 lazy')
try:
    with contextlib.suppress(): import n6
except ImportError: print('6 eager')
try:
    try: pass
    finally: import n7
except ImportError: print('7 eager')
try:
    try: 1 / 0
    except ZeroDivisionError: import n8
except ImportError: print('8 eager')
with contextlib.suppress(ValueError):
    import n9
    print('9 lazy')
match 1:
    case 1:
        import n10
        print('10 lazy')
for i in (1, 2): import n11
while True:
    import n12
    break
print(type(globals()['n11']), type(globals()['n12']))

#: filters
import sys
seen = []
def only(*a):
    if a[0] == '__main__': seen.append(a)
    return a[1] != 'struct'
sys.set_lazy_imports_filter(only)
print(sys.get_lazy_imports_filter() is only)
lazy import struct
lazy import nosuch
lazy from textwrap import dedent, indent
import json
print(seen)
print(type(globals()['struct']), type(globals()['nosuch']), type(globals()['dedent']))
sys.set_lazy_imports_filter(None)
print(sys.get_lazy_imports_filter())
sys.set_lazy_imports_filter(lambda *a: 1 / 0)
try: lazy_failed = __lazy_import__('json')
except ZeroDivisionError as e: print(e)
sys.set_lazy_imports_filter(None)

#: listed_modules
__lazy_modules__ = ['statistics', 'textwrap', 'string.templatelib']
import statistics
from textwrap import dedent
import string.templatelib as st
import bisect
print([type(globals()[n]) for n in ('statistics', 'dedent', 'st', 'bisect')])
def k():
    import struct
    return type(struct)
print(k())
__lazy_modules__ = {'struct'}
import struct
print(type(globals()['struct']), struct.pack('b', 1))

#: already_imported
import json
lazy from json import dumps, nosuch
lazy import json as js
print(type(globals()['dumps']), type(globals()['nosuch']), type(globals()['js']))

#: syntax
programs = r'''def f():\n lazy import json
class A:\n lazy import json
try:\n lazy import json\nexcept E: pass
lazy from x import *
with a:\n lazy import b
if 1:\n lazy import b
for i in x:\n lazy import b
lazy from __future__ import annotations
lazy = 1\nprint(lazy)
lazy\nimport x
lazy import
lazy from x
lazy from x import
lazy x
lazy lazy import x
lambda: (lazy import x)
try:\n pass\nfinally:\n lazy import q
try:\n pass\nexcept: \n lazy import q
try:\n pass\nexcept: pass\nelse:\n lazy import q
def f():\n lazy from a import b
class A:\n lazy from a import b
lazy from . import x
lazy import a, b as c
if 1: lazy import a
def f():\n class B:\n  lazy import q
def f():\n try:\n  lazy import q\n except: pass
async def f():\n lazy import a
try:\n if 1:\n  lazy import q\nexcept: pass
try:\n lazy from q import *\nexcept: pass
def f():\n lazy from q import *
lazy from __future__ import nope
try:\n def f():\n  lazy import x\nfinally: pass
try:\n lazy import json\nexcept* E: pass
from x lazy import y
from .x lazy import y
lazy  from  x  import  (a,\nb)
import lazy
import x as lazy
lazy.x
lazy(1)
lazy: int = 3
lazy import a; lazy import b
lazy import a.b.c as d, e'''
for src in programs.split('\n'):
    src = src.replace('\\n', '\n')
    try:
        compile(src, '<s>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)

#: lifetimes
import sys, gc
lazy import nosuch
def count():
    p = globals()['nosuch']
    print(sys.getrefcount(p))
count()
gc.collect()
del nosuch
print(gc.collect())
exec('lazy from nosuch import a, b\ndel a\ndel b', {})
print(gc.collect())
