import weakref, sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def R(o):
    text, out, i = repr(o) if not isinstance(o, str) else o, '', 0
    while i < len(text):
        if text[i:i + 2] == '0x':
            out += '0x'; i += 2
            while i < len(text) and text[i] in '0123456789abcdef': i += 1
        else: out += text[i]; i += 1
    return out
class C: pass
c = C()
print(R(weakref.ref(sys)), R(weakref.ref(C)), R(weakref.ref(t)))
r = weakref.ref(c); p = weakref.proxy(c)
print(R(r), p.__class__, R(weakref.ProxyType.__repr__(p)), R(p), R(str(p)))
t(lambda: hash(p))
del c
print(R(r), R(weakref.ProxyType.__repr__(p)))
for f in (lambda: str(p), lambda: p.x, lambda: bool(p), lambda: p == 1, lambda: hash(r), lambda: p + 1, lambda: 1 + p,
          lambda: next(p), lambda: iter(p), lambda: p.__setattr__('x', 1), lambda: -p, lambda: p[1], lambda: 1 in p): t(f)
t(lambda: weakref.ref()); t(lambda: weakref.ref(1)); t(lambda: weakref.ref(C, 2, 3)); t(lambda: weakref.ref(C, callback=2))
t(lambda: weakref.ref(1, x=2)); t(lambda: r(1)); t(lambda: r(x=1)); t(lambda: weakref.proxy()); t(lambda: weakref.proxy(1))
t(lambda: weakref.proxy(C, 1, 2)); t(lambda: weakref.proxy(C, callback=1)); t(lambda: weakref.getweakrefcount(1))
t(lambda: weakref.getweakrefs(1)); t(lambda: weakref.getweakrefcount()); t(lambda: weakref.ProxyType(t))
t(lambda: weakref.ref.__init__(r, 1, 2, 3)); t(lambda: weakref.ref.__init__(r, 1, x=3)); t(lambda: r.__callback__)
c = C(); p = weakref.proxy(c)
for f in (lambda: next(p), lambda: iter(p), lambda: len(p), lambda: p[1], lambda: p(), lambda: reversed(p), lambda: bytes(p),
          lambda: p < 1, lambda: p.x): t(f)
print(hex(weakref.ReferenceType.__flags__), hex(weakref.ProxyType.__flags__), hex(weakref.CallableProxyType.__flags__))
# arithmetic and containers through proxies
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return ('add', self.n, o.n if isinstance(o, V) else o)
    def __radd__(self, o): return ('radd', self.n, o)
    def __iadd__(self, o): self.n += o; return self
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __neg__(self): return 'neg'
    def __int__(self): return 7
    def __index__(self): return 2
    def __bool__(self): return False
    def __len__(self): return 5
    def __getitem__(self, i): return ('item', i)
    def __setitem__(self, i, v): self.n = (i, v)
    def __delitem__(self, i): self.n = ('del', i)
    def __contains__(self, x): return x == 3
    def __call__(self, *a, **k): return a, k
    def __eq__(self, o): return isinstance(o, V)
    def __hash__(self): return 4
v = V(1); p = weakref.proxy(v)
print(p + 1, 1 + p, p + p, p ** 2, pow(p, 2, 3), -p, int(p), [0, 1, 2][p], bool(p), len(p), p[3], 3 in p, p(1, x=2), p == v, p != v)
p[1] = 2; print(v.n); del p[5]; print(v.n); v.n = 1
q = p; p += 4; print(v.n, p is v, q == v)
# sharing, order, equality, hash
a = weakref.ref(v); b = weakref.ref(v); cb = lambda r: None
x, y = weakref.ref(v, cb), weakref.ref(v, cb)
print(a is b, x is y, a == x, hash(a) == hash(v), weakref.getweakrefcount(v), [w is a or (w is x and 'x') or (w is y and 'y') for w in weakref.getweakrefs(v)])
d = {a: 1}; print(d[x]); del v, p, q
print(a == x, a == a, a != b, d.get(x), d[a], x() is None)
# callbacks: newest first, exceptions are reported and the rest still called
log = []
o = C()
rs = [weakref.ref(o, lambda r, n=n: log.append(n)) for n in range(4)]
del rs[2]; del o
print(log)
class Sub(weakref.ref):
    __slots__ = ('tag',)
    def __new__(cls, o, cb=None, tag=0): return super().__new__(cls, o, cb)
    def __init__(self, o, cb=None, tag=0): super().__init__(o, cb); self.tag = tag
o = C(); s = Sub(o, tag=3); s2 = Sub(o)
print(s.tag, s is s2, s() is o, weakref.ref(o) is s, s == s2, weakref.getweakrefcount(o)); del o; print(s(), s.tag)
import _weakref; print(sorted(vars(_weakref)))
