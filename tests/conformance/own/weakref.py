#: basics
import weakref
class C: pass
c = C()
r = weakref.ref(c)
print(r() is c, weakref.getweakrefcount(c), r is weakref.ref(c))
del c
print(r())
#: callbacks_order
import weakref
class C: pass
c = C()
rs = [weakref.ref(c, lambda r, n=n: print('cb', n)) for n in range(4)]
del c
print([r() for r in rs])
#: dead_reference_dropped_first
import weakref
class C: pass
c = C()
r = weakref.ref(c, lambda r: print('never'))
del r
del c
print('end')
#: callback_gets_ref
import weakref
class C: pass
c = C()
r = weakref.ref(c, lambda x: print(x is r, x()))
c = None
#: callback_before_or_after_del
import weakref
class C:
    def __del__(self): print('del')
c = C()
r = weakref.ref(c, lambda r: print('cb'))
del c
#: ref_in_del
import weakref
class C:
    def __del__(self): print('in del', r() is None)
c = C()
r = weakref.ref(c)
del c
print(r())
#: proxy
import weakref
class C:
    x = 5
    def m(self): return 'm'
    def __len__(self): return 3
    def __add__(self, o): return 'add'
    def __call__(self): return 'called'
    def __iter__(self): return iter([1])
c = C()
p = weakref.proxy(c)
print(p.x, p.m(), len(p), p + 1, p(), list(p), type(p).__name__, p == c)
p.y = 7
print(c.y)
del c
for f in (lambda: p.x, lambda: len(p), lambda: p + 1, lambda: setattr(p, 'a', 1)):
    try: f()
    except ReferenceError as e: print(e)
#: not_weakrefable
import weakref
for x in (1, 'a', [], {}, (), None, 1.5, b''):
    try: weakref.ref(x); print(type(x).__name__, 'ok')
    except TypeError as e: print(e)
for x in (set(), frozenset(), len, lambda: 0, int, type):
    print(type(x).__name__, weakref.ref(x)() is x)
class L(list): pass
print(weakref.ref(L())())
class S: __slots__ = ()
try: weakref.ref(S())
except TypeError as e: print(e)
class W: __slots__ = ('__weakref__',)
w = W()
print(weakref.ref(w)() is w)
#: hash_and_equality
import weakref
class C:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return hash(self.v)
a, b = C(1), C(1)
r, s = weakref.ref(a), weakref.ref(b)
print(r == s, hash(r) == hash(s), {r: 1}[s])
t = weakref.ref(C(2))
try: hash(t)
except TypeError as e: print(e)
del a
print(r == s, hash(r) == hash(s))
#: weakvaluedictionary
import weakref
class C: pass
d = weakref.WeakValueDictionary()
a = C()
d['a'] = a
d['b'] = C()
print(list(d), len(d), 'a' in d, d.get('b'), d['a'] is a)
del a
print(list(d.items()), len(d))
#: weakkeydictionary
import weakref
class C: pass
d = weakref.WeakKeyDictionary()
a = C()
d[a] = 1
d[C()] = 2
print(len(d), d[a], list(d.values()))
del a
print(len(d), list(d))
#: weakset
import weakref
class C: pass
s = weakref.WeakSet()
a, b = C(), C()
s.add(a); s.add(b); s.add(C())
print(len(s), a in s)
del a
print(len(s), [x is b for x in s])
#: weakmethod
import weakref
class C:
    def m(self): return 'm'
c = C()
r = weakref.ref(c.m)
print(r())
w = weakref.WeakMethod(c.m)
print(w()())
del c
print(w())
#: finalize
import weakref
class C: pass
c = C()
f = weakref.finalize(c, print, 'finalized', 1)
print(f.alive)
del c
print(f.alive)
d = C()
g = weakref.finalize(d, lambda x: x * 2, 21)
print(g(), g(), g.alive)
e = C()
h = weakref.finalize(e, print, 'at exit')
#: finalize_detach
import weakref
class C: pass
c = C()
f = weakref.finalize(c, print, 'x')
print(f.peek()[0] is c, f.detach()[2], f.alive)
del c
k = weakref.finalize(C(), print, 'now')
print('end')
#: subclass_ref
import weakref
class R(weakref.ref):
    __slots__ = ('tag',)
    def __new__(cls, o, tag): 
        self = super().__new__(cls, o)
        self.tag = tag
        return self
    def __init__(self, o, tag): super().__init__(o)
class C: pass
c = C()
r, s = R(c, 'a'), R(c, 'b')
print(r is s, r.tag, s.tag, r() is c, weakref.getweakrefcount(c), r == s)
#: getweakrefs
import weakref
class C: pass
c = C()
r = weakref.ref(c)
p = weakref.proxy(c)
k = weakref.ref(c, print)
print(weakref.getweakrefcount(c), [type(x).__name__ for x in weakref.getweakrefs(c)], weakref.getweakrefs(c)[0] is r, weakref.getweakrefs(1), weakref.getweakrefcount('a'))
k = None
print(weakref.getweakrefcount(c))
#: refcount_not_held
import weakref, sys
class C: pass
c = C()
b = sys.getrefcount(c)
r = weakref.ref(c)
p = weakref.proxy(c)
print(sys.getrefcount(c) - b)
x = r()
print(sys.getrefcount(c) - b)
#: callback_raises
import weakref
class C: pass
def cb(r): raise ValueError('in callback')
c = C()
r = weakref.ref(c, cb)
del c
print('goes on')
#: repr_of_refs
import weakref, re
class C: pass
c = C()
r = weakref.ref(c)
print(re.sub('0x[0-9a-f]+', '0x', repr(r)))
p = weakref.proxy(c)
print(re.sub('0x[0-9a-f]+', '0x', repr(p)))
del c
print(re.sub('0x[0-9a-f]+', '0x', repr(r)))
#: resurrect_and_ref
import weakref
saved = []
class C:
    def __del__(self): saved.append(self)
c = C()
r = weakref.ref(c, lambda r: print('cb'))
del c
print(r(), len(saved), weakref.getweakrefcount(saved[0]))
#: cache_pattern
import weakref
class Node:
    cache = weakref.WeakValueDictionary()
    def __new__(cls, n):
        self = cls.cache.get(n)
        if self is None:
            self = super().__new__(cls)
            cls.cache[n] = self
        return self
a, b = Node(1), Node(1)
print(a is b, len(Node.cache))
del a, b
print(len(Node.cache))
#: parent_pointer
import weakref
class Tree:
    def __init__(self, n, parent=None):
        self.n, self.kids = n, []
        self.parent = weakref.ref(parent) if parent else None
        if parent: parent.kids.append(self)
    def __del__(self): print('del', self.n)
t = Tree('root')
Tree('a', t); Tree('b', t)
print(t.kids[0].parent() is t)
del t
print('end')
#: module_exit
import weakref
class C: pass
c = C()
r = weakref.ref(c, lambda r: print('cb at exit'))
print('end')
#: errors
import weakref
for f in (lambda: weakref.ref(), lambda: weakref.ref(1, 2, 3), lambda: weakref.proxy(1), lambda: weakref.WeakValueDictionary()['x'], lambda: weakref.WeakSet([1]), lambda: weakref.WeakKeyDictionary({1: 2}), lambda: weakref.finalize(1, print), lambda: weakref.WeakMethod(1), lambda: weakref.ref(type)(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

#: refs_to_garbage_in_finalizers
import gc, weakref
gc.disable()
gc.collect()
class A:
    def __del__(self): print('del', plain() is None, called() is None, self.inner() is None, other() is None)
class B: pass
a = A(); b = B(); a.b = b; b.a = a
plain = weakref.ref(a)
called = weakref.ref(a, lambda r: print('callback', r() is None, plain() is None))
a.inner = weakref.ref(b)
other = weakref.ref(b)
del a, b
print(gc.collect(), plain(), other())

#: proxies_in_finalizers
import gc, weakref
gc.disable()
gc.collect()
class A:
    def __del__(self):
        try: print('del', self.p.name)
        except ReferenceError as e: print(type(e).__name__, e)
class B: pass
a = A(); a.b = B(); a.b.a = a; a.b.name = 'b'
a.p = weakref.proxy(a.b)
del a
print(gc.collect())

#: dictionaries_while_garbage_dies
import gc, weakref
gc.disable()
gc.collect()
d = weakref.WeakValueDictionary()
k = weakref.WeakKeyDictionary()
s = weakref.WeakSet()
class A:
    def __init__(self, n): self.n = n; self.me = self
    def __del__(self): print('del', self.n, sorted(d), len(k), len(s))
for n in 'abc':
    x = A(n); d[n] = x; k[x] = n; s.add(x)
del x
print(gc.collect(), len(d), len(k), len(s))

#: resurrected_with_refs
import gc, weakref
gc.disable()
gc.collect()
saved = []
class A:
    def __del__(self): saved.append(self)
a = A(); a.me = a
r = weakref.ref(a)
c = weakref.ref(a, lambda r: print('callback'))
del a
print(gc.collect(), r() is None, c() is None, len(saved))
n = weakref.ref(saved[0])
saved.clear()
print(gc.collect(), n() is None)

#: subclass_refs_and_subclasses
import gc, weakref
gc.disable()
gc.collect()
class Base: pass
def f():
    class D(Base):
        pass
    D.me = D
f()
print(len(Base.__subclasses__()), gc.collect() > 0, Base.__subclasses__())

#: finalize_order_and_exit
import weakref, gc
class A: pass
a, b, c = A(), A(), A()
fa = weakref.finalize(a, print, 'a dies')
fb = weakref.finalize(b, print, 'b dies')
fc = weakref.finalize(c, print, 'c dies')
fc.atexit = False
print(fa.alive, fa.peek()[1:], fb.atexit, fc.atexit)
print(fb(), fb.alive, fb(), fb.peek(), fb.detach())
b = None
c.me = c; del c
print(gc.collect() > 0, fc.alive)
print('end')

#: callback_order_of_many
import weakref
class A: pass
a = A()
rs = [weakref.ref(a, lambda r, i=i: print(i, end=' ')) for i in range(4)]
ps = [weakref.proxy(a, lambda r, i=i: print('p%d' % i, end=' ')) for i in range(2)]
print(weakref.getweakrefcount(a), weakref.ref(a) is weakref.ref(a), weakref.proxy(a) is weakref.proxy(a))
del rs[1]
print(weakref.getweakrefcount(a), [r is x for r, x in zip(weakref.getweakrefs(a), weakref.getweakrefs(a))])
del a
print()
