#: placeholders_of_partials
import functools, sys
from functools import partial, partialmethod
try: from functools import Placeholder as _
except ImportError: raise SystemExit('no Placeholder')
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(_, repr(_), type(_), type(_)() is _, sys.getsizeof(_), _.__reduce__(), type(_).__module__, type(_).__qualname__)
t(lambda: type(_)(1)); t(lambda: type(_)(a=1)); t(lambda: setattr(_, 'x', 1)); t(lambda: type('x', (type(_),), {}))
t(lambda: hash(_) == hash(_)); t(lambda: bool(_)); t(lambda: type(_).__doc__)
def f(*a, **k): return a, k
p = partial(f, _, 2)
print(p.args, p.keywords, p)
t(lambda: p(1)); t(lambda: p(1, 3)); t(lambda: p()); t(lambda: p(1, x=2)); t(lambda: p(_)); t(lambda: p(1, _))
t(lambda: partial(f, 1, _)); t(lambda: partial(f, x=_)); t(lambda: p(x=_))
q = partial(p, 1); print(q.args, q.func is f); t(lambda: q(5))
q = partial(p, _, 7, _, 8); print(q.args); t(lambda: q(1, 2)); t(lambda: q(1)); t(lambda: q(1,2,3,k=4))
t(lambda: partial(p, _)); 
t(lambda: partial(partial(f, _, _, 3), 1)); t(lambda: partial(partial(f, _, _, 3), 1)(2)); t(lambda: partial(partial(f, _, _, 3), 1)())
t(lambda: partial(partial(f, _, _, 3), _, 2).args)
print(p.__reduce__()); 
r = partial(f); t(lambda: r.__setstate__((f, (_, 1), {}, None))); print(r.args); t(lambda: r(9)); t(lambda: r())
t(lambda: r.__setstate__((f, (1, _), {}, None))); t(lambda: r.__setstate__((f, (1,), {'a': _}, None))); print(r)
class C:
    def m(self, *a, **k): return a, k
    pm = partialmethod(m, _, 2)
    im = partial(f, _, 'x')
t(lambda: C().pm(1)); t(lambda: C().pm()); print(C.__dict__['pm']); t(lambda: C.__dict__['pm'].args)
t(lambda: C().im(1)[0][1:]); t(lambda: C().im()[0][1:]); t(lambda: C.im(1, 2))
print(sys.getsizeof(p), sys.getrefcount(_) > 1000000)
t(lambda: functools.reduce(f, [1, 2], initial=0)); t(lambda: functools.reduce(lambda a, b: a+b, [1, 2], initial=5)); t(lambda: functools.reduce(f, sequence=[1]))
#: partials_in_classes
import functools
def told(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f(*a, **k): return a, k
class C:
    im = functools.partial(f, 'x')
    pm = functools.partialmethod(f, 'x')
    pk = functools.partialmethod(f, k=1)
    pp = functools.partialmethod(functools.partial(f, 1), 2)
c = C()
told(lambda: c.im(1)[0][-1])
told(lambda: len(c.im(1)[0]))
told(lambda: C.im(1))
told(lambda: c.pm(1)[0][1:])
told(lambda: c.pp(1)[0][-3] is c)
for name in ('pm', 'pk', 'pp'): told(lambda: C.__dict__[name])
told(lambda: functools.partialmethod(3))
told(lambda: functools.partial())
told(lambda: functools.partialmethod(functools.partialmethod(f, 2), 1, a=2))
told(lambda: hasattr(functools.partial, '__get__'))
#: reduce_by_name
import functools
def told(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f(a, b): return a + b
told(lambda: functools.reduce())
told(lambda: functools.reduce(f))
told(lambda: functools.reduce(f, [1, 2], 3, 4))
told(lambda: functools.reduce(f, 3))
told(lambda: functools.reduce(f, [], None))
if hasattr(functools, 'Placeholder'):
    told(lambda: functools.reduce(f, [1, 2], initial=10))
    told(lambda: functools.reduce(f, [1, 2], initia=0))
    told(lambda: functools.reduce(f, [1, 2], 3, initial=0))
    told(lambda: functools.reduce(function=f, sequence=[]))
