import sys
class K: pass
print(sys.getrefcount(K))
k = K(); print(sys.getrefcount(K), sys.getrefcount(k)); del k; print(sys.getrefcount(K))
class S:
    "doc"
    __slots__ = ('a', 'b')
    def f(self): return super()
print(sys.getrefcount(S), sys.getrefcount(S.f))
class T(S): pass
print(sys.getrefcount(S), sys.getrefcount(T), S.__subclasses__())
e = ValueError('x'); print(sys.getsizeof(e), sys.getrefcount(e), sys.getrefcount(ValueError))
class D:
    def __del__(s): print('del', s.n)
d = D(); d.n = 1; d = D(); d.n = 2; del d
keep = []
class Re:
    def __del__(s): print('re'); keep.append(s)
r = Re(); del r; print(len(keep), sys.getrefcount(keep[0])); keep.clear(); print('cleared')
def f():
    x = object()
    try: x.zz
    except AttributeError as e: return sys.getrefcount(x)
print(f())
class L(list):
    __slots__ = ('q',)
    def __del__(s): print('L', s, s.q)
l = L([1, 2]); l.q = 3; del l
class Chain: pass
c = None
for i in range(3000):
    n = Chain(); n.next = c; c = n
del c, n
print('chain gone')
class M(type): pass
class MM(metaclass=M): pass
print(sys.getrefcount(M), sys.getrefcount(MM))
a = MM(); b = a.__dict__; a.x = 1; print(b, sys.getrefcount(b)); del a; print(b)
class P:
    x = property(lambda s: 1)
p = P(); print(sys.getrefcount(p), p.x, sys.getrefcount(p), sys.getrefcount(P.x))
m = p.__init__; print(sys.getrefcount(p)); del m; print(sys.getrefcount(p))
s = super(S, T()); print(sys.getrefcount(s), sys.getrefcount(S)); del s; print(sys.getrefcount(S))
