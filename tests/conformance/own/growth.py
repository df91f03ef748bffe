#: room_after_item_deletion
import sys
g=sys.getsizeof
def run(f,n=70):
    l=[]
    for i in range(n): l.append(i)
    o=[]
    for i in range(n):
        f(l); o.append(g(l))
    return o
def a(l): del l[-1]
def b(l): del l[0]
def c(l): del l[-1:]
def d(l): del l[:1]
def e(l): l.pop()
def f(l): l.pop(0)
def h(l): l.remove(l[0])
def i(l): l.remove(l[-1])
def j(l): l[-1:] = []
def k(l): l.__delitem__(-1)
def m(l): del l[-1:-2:-1]
def n(l): del l[len(l)//2]
def o(l): l[:]=l[1:]
def p(l): l.pop(len(l)//2)
for fn in (a,b,c,d,e,f,h,i,j,k,m,n,o,p):
    print(fn.__name__, *run(fn))
l=list(range(100)); l*=0; print(g(l)); l=list(range(100)); del l[:]; print(g(l)); l=list(range(100)); l.clear(); print(g(l)); l=list(range(100)); l[:]=[]; print(g(l))
l=list(range(100)); del l[50:]; print(g(l)); del l[::2]; print(g(l)); del l[20:]; print(g(l)); del l[5:];print(g(l))
l=[1,2,3]; del l[0]; print(g(l)); l.append(1); print(g(l)); del l[0]; del l[0]; del l[0]; print(g(l)); l.append(1); print(g(l))
l=[1,2,3]; l.pop(); print(g(l)); l.pop(); print(g(l)); l.pop(); print(g(l))
l=[1,2,3,4,5]; l.remove(3); print(g(l)); l.insert(0,1); print(g(l)); 
#: room_for_lengths_told
class C:
    def __len__(self): print('len'); return 0
    def __iter__(self): print('iter'); return iter(())
list(C()); print(); list.__init__([],C()); print(); [].extend(C()); print(); [*C()]; print(); tuple(C()); print(); l=[1];l+=C(); print(); sorted(C()); print(); l[:]=C();print(); bytes(0); 
class D(list): pass
D(C()); print(); print(len(list(C())))
#: room_of_lists_by_source
import sys
g=sys.getsizeof
class C:
    def __init__(s,n): s.n=n
    def __len__(self): return self.n
    def __iter__(self): return iter(range(self.n))
class D(list): pass
print([g(list(C(n))) for n in range(12)])
print([g(list(range(n))) for n in range(12)])
print([g(list(tuple(range(n)))) for n in range(12)])
print([g(list(list(range(n)))) for n in range(12)])
print([g(list({i:1 for i in range(n)})) for n in range(12)])
print([g(list(set(range(n)))) for n in range(12)])
print([g(list('a'*n)) for n in range(12)])
print([g(list(i for i in range(n))) for n in range(12)])
print([g([*C(n)]) for n in range(12)])
print([g(D(C(n))) for n in range(12)])
print([g(D('a'*n)) for n in range(12)])
print([g(list({i:1 for i in range(n)}.items())) for n in range(12)])
print([g(list(map(int,range(n)))) for n in range(12)])
print([g(sorted('a'*n)) for n in range(12)])
print([g(sorted(C(n))) for n in range(12)])
print([g(list(enumerate(range(n)))) for n in range(12)])
print([g(list(reversed(range(n)))) for n in range(12)])
print([g(list(bytes(n))) for n in range(12)])
def ex(l,o):
    l.extend(o); return g(l)
for mk in (lambda n:{i:1 for i in range(n)}, lambda n:set(range(n)), lambda n:frozenset(range(n)), lambda n:{i:1 for i in range(n)}.values(), lambda n:{i:1 for i in range(n)}.items(), lambda n: 'a'*n, lambda n:range(n), lambda n: (i for i in range(n)), C, lambda n: bytearray(n), lambda n: list(range(n)), lambda n: map(int, range(n)), lambda n: zip(range(n)), lambda n: iter([1]*n)):
    print([ex([],mk(n)) for n in range(14)], [ex([0],mk(n)) for n in range(14)], [ex([0]*5,mk(n)) for n in range(14)], [g([*mk(n)]) for n in range(10)])
    def st(n):
        l=[]; l[:]=mk(n); l2=[0,1]; l2[1:1]=mk(n); l3=[0]; l3+=mk(n); return g(l),g(l2),g(l3)
    print([st(n) for n in range(14)])
    print([g(tuple(mk(n))) for n in range(4)], [g(sorted(mk(n))) for n in range(4) if n < 4 and mk is not None and not hasattr(mk(n),'mapping')][:3])
#: tables_of_copies
import sys
g=sys.getsizeof
def holes(n,k,key):
    d={key(i):i for i in range(n)}
    for i in range(k): del d[key(i)]
    return d
def frm(n,k,key):
    d={key(i):i for i in range(n)}
    for i in range(n-k,n): del d[key(i)]
    return d
for nm,key in (('int',lambda i:i),('str',lambda i:'k%d'%i),('mix',lambda i: i if i%2 else str(i))):
    for mk in (holes,frm):
        for n in (3,5,6,11,22):
            row=[]
            for k in range(0,n+1):
                d=mk(n,k,key)
                e={}; e.update(d); f={'q':1}; f.update(d)
                row.append((g(d),g(d.copy()),g(dict(d)),g({**d}),g(e),g(f),g({'z':1,**d}),g({**d,**d})))
            print(nm,mk.__name__,n,row)
class C:
    def __init__(s,n):
        for i in range(n): setattr(s,'a%d'%i,i)
for n in range(14):
    c=C(n); print(n,g(vars(c)),g(vars(c).copy()),g(dict(vars(c))),g({**vars(c)}),g(dict(**vars(c))))
    c=C(n)
    for i in range(n//2): delattr(c,'a%d'%i)
    print(g(vars(c)),g(vars(c).copy()),g(dict(vars(c))),g({**vars(c)}))
print([g(dict.fromkeys(range(n))) for n in range(30)],[g(dict.fromkeys(dict.fromkeys(range(n)))) for n in range(30)],[g(dict.fromkeys(set(range(n)))) for n in range(30)],[g(dict.fromkeys(map(str,range(n)))) for n in range(30)],[g(dict.fromkeys(dict.fromkeys(map(str,range(n))))) for n in range(30)])
def up(n,m):
    d={i:1 for i in range(n)}; d.update({-1-i:1 for i in range(m)}); return g(d)
print([[up(n,m) for m in range(0,30,3)] for n in range(0,30,3)])
def up2(n,m):
    d={str(i):1 for i in range(n)}; d.update({-1-i:1 for i in range(m)}); return g(d)
print([[up2(n,m) for m in range(0,30,3)] for n in range(0,30,3)])
def up3(n,m):
    d={str(i):1 for i in range(n)}; d.update([(-1-i,1) for i in range(m)]); return g(d)
print([[up3(n,m) for m in range(0,30,3)] for n in range(0,30,3)])
def up4(n,m):
    d={str(i):1 for i in range(n)}; d=d.__or__({'x%d'%i:1 for i in range(m)}) if hasattr(d,'__or__') else d; return g(d)
print([[up4(n,m) for m in range(0,30,3)] for n in range(0,30,3)])
#: tables_after_updates
import sys
g=sys.getsizeof
def t(n,k,m, mk):
    d={mk(i):i for i in range(n)}
    for i in range(k): d.pop(mk(i))
    a=g(d)
    d.update(**{'z%d'%i:1 for i in range(m)})
    b=g(d)
    e={mk(i):i for i in range(n)}
    for i in range(k): e.popitem()
    c=g(e); e.update({'z%d'%i:1 for i in range(m)}); f=g(e)
    h={mk(i):i for i in range(n)}; h.clear(); h.update({'z%d'%i:1 for i in range(m)})
    return a,b,c,f,g(h)
for mk in (lambda i:i, lambda i:'k%d'%i):
    for n in (1,5,6,20):
        print(n,[t(n,k,m,mk) for k in range(0,n+1,max(1,n//5)) for m in (1,2,5,6)])
def p(n):
    l=[0]*n; o=[]
    while l: l.pop(); o.append(g(l))
    l.append(1); o.append(g(l)); l.clear(); o.append(g(l)); l.extend([1]); o.append(g(l)); l.pop(); o.append(g(l)); l.extend((1,2,3)); o.append(g(l)); l[:]=[]; o.append(g(l)); return o
print([p(n) for n in range(1,9)])
def q(n):
    l=[0]*n; o=[]
    while l: l.remove(0); o.append(g(l))
    l.append(1); o.append(g(l)); l.remove(1); l+=[1,2]; o.append(g(l))
    return o
print([q(n) for n in range(1,9)])
#: tables_of_displays_and_keywords
import sys
g=sys.getsizeof
print(g({'a':1,2:3}),g({2:3,'a':1}),g({'a':1,'b':2,'c':3,'d':4,'e':5,6:6}),g({6:6,'a':1,'b':2,'c':3,'d':4,'e':5}),g({'a':1,'b':2,'c':3,'d':4,'e':5,'f':6}),g({'a':1,'b':2,'c':3,'d':4,5:5}),g({'a':1,'b':2,'c':3,'d':4,'e':5,'f':6,'g':7,'h':8,'i':9,'j':10,'k':11,12:12}))
n=3
print(g({'a':n,2:n}),g({2:n,'a':n}),g({'a':n,'b':n,'c':n,'d':n,'e':n,n:n}),g({n:n,'a':n,'b':n,'c':n,'d':n,'e':n}))
def f(**k): return g(k)
for m in range(0,25): print(f(**{'k%d'%i:i for i in range(m)}), end=' ')
print()
print(f(a=1,b=2,c=3,d=4,e=5,f=6),f(a=1,b=2,c=3,d=4,e=5),f(a=1,b=2,c=3,d=4,e=5,f=6,g=7,h=8,i=9,j=10,k=11))
class C:
    def __init__(s,**k): s.k=g(k)
    def __call__(s,**k): return g(k)
    def __new__(c,*a,**k): o=object.__new__(c); o.n=g(k); return o
c=C(a=1,b=2,c=3,d=4,e=5,f=6); print(c.k,c.n,c(a=1),C().k)
import functools
p=functools.partial(f,a=1,b=2,c=3,d=4,e=5,f=6); print(g(p.keywords),p(),p(z=1),g(functools.partial(p,q=1).keywords))
print(g(dict(a=1,b=2,c=3,d=4,e=5,f=6)),g(dict({},a=1)),g(dict({'z':1},a=1)),g(dict([('a',1)],b=2)),g(dict({},**{'k%d'%i:i for i in range(12)})),g(dict(**{'k%d'%i:i for i in range(12)})))
d={}; d.update(a=1,b=2,c=3,d=4,e=5,f=6); print(g(d)); d={1:1}; d.update(a=1); print(g(d)); d={}; d[1]=1; del d[1]; d.update(a=1); print(g(d)); d={'x':1}; d.update(a=1,b=2,c=3,d=4,e=5); print(g(d)); d.update({}, f=1); print(g(d))
import types; print(g(types.SimpleNamespace(a=1,b=2).__dict__), g(types.SimpleNamespace(**{'k%d'%i:i for i in range(9)}).__dict__))
import collections; print(g(collections.OrderedDict(a=1,b=2)),g(collections.defaultdict(int,a=1,b=2)),g(collections.Counter(a=1,b=2)),g(collections.Counter('abcdefgh')))
#: room_of_bytearrays
import sys
g=sys.getsizeof
for n in range(0,14):
    L=list(range(n))
    def ext(b,o):
        b.extend(o); return g(b)
    def ia(b,o):
        b+=o; return g(b)
    def sl(b,o):
        b[:]=o; return g(b)
    print(n,[g(bytearray(o)) for o in (L,tuple(L),range(n),iter(L),set(L),{i:1 for i in L},bytes(n),n,bytearray(n),memoryview(bytes(n)),map(int,L))],[ext(bytearray(),o) for o in (L,tuple(L),range(n),iter(L),bytes(n),bytearray(n))],[ext(bytearray(b'ab'),o) for o in (L,tuple(L),range(n),iter(L),bytes(n))],[ia(bytearray(b'abc'),o) for o in (bytes(n),bytearray(n))],[sl(bytearray(b'abcd'),o) for o in (L,bytes(n),range(n))])
#: what_math_says
import math
for f, args in ((math.sqrt, (-1,)), (math.log, (0,)), (math.log, (-1.5,)), (math.log, (-10 ** 400,)), (math.log2, (0.0,)), (math.log10, (-2,)), (math.log1p, (-1,)), (math.acos, (2,)), (math.asin, (-1.5,)), (math.acosh, (0.5,)), (math.atanh, (1,)), (math.cos, (math.inf,)), (math.tan, (-math.inf,)), (math.gamma, (0,)), (math.gamma, (-math.inf,)), (math.lgamma, (-2,)), (math.lgamma, (-math.inf,)), (math.fmod, (1, 0)), (math.pow, (0, -1)), (math.exp, (1000,)), (math.factorial, (-1,))):
    try: print(f.__name__, f(*args))
    except Exception as e: print(f.__name__, type(e).__name__, e)
print([n for n in ('cbrt', 'exp2', 'fma', 'sumprod', 'lcm', 'nextafter', 'ulp') if hasattr(math, n)])
#: complex_arguments_and_reals
for e in ("complex(None)","complex([],1)","complex(1,[])","complex('1',2)","complex(1,'2')","complex('1','2')","complex(None,None)","complex(real='1')","complex(imag='1')","complex(1j,1j)","complex(1,1j)","complex(1j,1)","complex(b'1')","complex(1,None)","0j**-1","0j**1j","1j/0","pow(0j,-2)","0.0**-1","0**-1","0j**0", "complex('(1+2j)')","complex('1+')","complex(real=1,imag=2)","complex(1,2,3)","complex(x=1)","float.from_number(5)","float.from_number('5')","float.from_number(True)","complex.from_number(5)","complex.from_number(2j)","complex.from_number('1')","complex.from_number(1.5)","1j<1","round(1j)","1j>2j","(1j).__int__","sum([1j,2])","sum([1.5,1j])","sum([0.1]*10)","sum([1j]*3,1.5)","sum([10**20,0.1])","1j*float('inf')", "complex('nan+infj')","-complex(0,0)","2j-0","2-0j","1+2j==1+2j","complex(1.0,-0.0)","(1+2j)*2","2*(1+2j)","1.5-2j","1.5/(1+1j)","(1+1j)/2.0", "float('inf')*1j","complex(float('inf'),0)*2","repr(complex(-0.0,-0.0))","-0.0-0j", "1j.__mul__(2)","1j.__add__('a')"):
    try: print(e,'->',repr(eval(e)))
    except Exception as x: print(e,'!!',type(x).__name__,x)
#: constant_slices
def s(a, i): return a[-1:], a[:-1], a[1:-1], a[::-1], a[i:-1], a[-2]
print(len([c for c in s.__code__.co_consts if isinstance(c, slice)]))
def t(a): a[1:2] += [3]; return a[1:3], a[1:3], a[:2]
print(len([c for c in t.__code__.co_consts if isinstance(c, slice)]), t([1, 2, 3]))
x = 'abc'
print('ba'[::-1] == 'ab', 'abc'[0:2] == 'ab', x[::-1], x[-2:], x[:-1])
#: generic_types_and_unions
import copy,sys
class C:
    def __init__(s): s.a=[1]
print(copy.copy(C()).a, copy.deepcopy(C()).a)
for e in ('int|str','list[int]','{}|{}','dict[str,int]','type[int]','int|None','list|None', 'tuple[int,...]', '{1:2}.keys().mapping', 'bool.is_integer'):
    try: print(eval(e))
    except Exception as x: print(e,type(x).__name__,x)
class D:
    @staticmethod
    def f(): return 1
    try: print(f())
    except Exception as x: print(x)
#: room_of_starred_displays
import sys
g = sys.getsizeof
for mk in (lambda n: range(n), lambda n: (0,) * n, lambda n: 'a' * n, lambda n: {i: i for i in range(n)}):
    print([g([*mk(n)]) for n in range(10)], [g([0, *mk(n)]) for n in range(10)], [g([0, *mk(n), *mk(n)]) for n in range(10)])
#: sums_of_floats
print(sum([0.1] * 10), sum([0.1, 0.2, 0.3]), sum([1e16, 1.0, 1.0]), sum([0.1] * 3, 0.0), sum([1, 0.1, 0.2, 0.7]), sum((0.1,) * 10, 5))
#: sz_list_ops
import sys
g = sys.getsizeof
l = list(range(50)); print(g(l))
for i in range(40): l.pop(); print(g(l), end=' ')
print()
l = []
for i in range(70):
    l.append(i); print(g(l), end=' ')
print()
for i in range(70):
    del l[-1]; print(g(l), end=' ')
print()
l = [0] * 100
del l[10:]; print(g(l)); l.extend([1]*3); print(g(l)); l[:] = []; print(g(l)); l.insert(0, 1); print(g(l)); l.clear(); print(g(l))
print([g([0] * n) for n in range(0, 20)], [g([0, 1] * n) for n in range(6)], [g([] * 5)])
print([g([0] * 3 + [1] * n) for n in range(8)], [g([1,2,3][:n]) for n in range(4)], [g([*range(n)]) for n in range(12)])
print([g([i for i in range(n)]) for n in range(20)])
print(g([1,2,3]), g([1,2]), g(['a','b','c','d']), g(list('abc')), g([x for x in 'abc']), g(list((1,2,3))), g('a b c'.split()), g('abc'.split(',')), g(sorted([3,1,2])), g([1,2,3].copy()), g([1]+[2]), g(list(reversed([1,2,3]))), g(list({1:2})), g(dir(object())) > 0)
l = [1,2,3]; l *= 1; print(g(l)); l *= 3; print(g(l)); l += l; print(g(l)); l.remove(1); print(g(l)); l.sort(); print(g(l)); l.reverse(); print(g(l)); l[2:4] = range(10); print(g(l)); l[1:8] = 'ab'; print(g(l)); del l[::2]; print(g(l)); l[::2] = [0] * len(l[::2]); print(g(l)); l *= 0; print(g(l))
class L(list): pass
class LS(list): __slots__ = ()
print(g(L()), g(LS()), g(L([1])), g(LS([1])), g(L([1,2,3])))
l = L(); l.x = 1; print(g(l))
a, *b = range(10); print(g(b)); *b, = 'abc'; print(g(b)); *b, c = [1]; print(g(b))
print(g([None] * 1000), g(list(range(1000))), g([i for i in range(1000)]))
#: sz_dict_ops
import sys
g = sys.getsizeof
print(g({}), g(dict()), g({1: 1}), g({'a': 1}), g(dict(a=1)), g({**{'a': 1}}), g(dict([('a', 1)])), g(dict.fromkeys('abc')), g({'a': 1}.copy()), g(dict({'a': 1})))
for mk in (lambda i: i, lambda i: 'k%d' % i, lambda i: (i,) if i % 2 else 'x%d' % i):
    d = {}; p = 0
    for i in range(1500):
        d[mk(i)] = i
        if g(d) != p: p = g(d); print(len(d), p, end='; ')
    print()
for n in range(0, 26): print(g({'k%d' % i: i for i in range(n)}), g({i: i for i in range(n)}), g(dict.fromkeys(range(n))), g(dict.fromkeys(map(str, range(n)))), g(dict(zip(map(str, range(n)), range(n)))), g({**{i: i for i in range(n)}}), g(dict({str(i): i for i in range(n)})), g({str(i): i for i in range(n)}.copy()), end='|')
print()
d = {i: i for i in range(20)}
for i in range(18): d.pop(i)
print(g(d), g(d.copy()), g(dict(d)), g({**d}))
d.update(a=1); print(g(d)); d.update({str(i): 1 for i in range(30)}); print(g(d)); d.clear(); print(g(d)); d.setdefault('a'); print(g(d)); d.update(zip('bcdefgh', 'bcdefgh')); print(g(d))
for i in range(8): d.popitem()
print(len(d), g(d)); d['z'] = 1; print(g(d))
class D(dict): pass
class DS(dict): __slots__ = ()
print(g(D()), g(DS()), g(D(a=1)), g(D({1: 1})))
print(g(globals()) > 0, g(type.__dict__), g({}.keys()), g({}.values()), g({}.items()), g(iter({})), g(iter({}.items())))
d = {}
d['a'] = 1; print(g(d)); d[1] = 1; print(g(d)); del d[1]; print(g(d)); e = d.copy(); print(g(e))
d = {'a': 1, 'b': 2}; d |= {'c': 3} if sys.version_info > (3, 9) else {}; print(g(d))
def f(**k): return g(k)
print(f(), f(a=1), f(a=1, b=2, c=3, d=4, e=5, f=6), f(**{'k%d' % i: 1 for i in range(12)}))
#: sz_sets2
import sys
g = sys.getsizeof
for mk in (lambda n: set(range(n)), lambda n: {*range(n)}, lambda n: {i for i in range(n)}, lambda n: frozenset(range(n)), lambda n: set(range(n)).copy(), lambda n: set(set(range(n))), lambda n: set(range(n)) | {0}, lambda n: set(range(n)) & set(range(n)), lambda n: set(range(n)) - {0}, lambda n: set(range(n)) ^ {-1}, lambda n: set(dict.fromkeys(range(n))), lambda n: set(range(n)).union(range(n)), lambda n: set(map(str, range(n))), lambda n: frozenset(set(range(n))), lambda n: set(range(n)).intersection(range(n)), lambda n: set(range(n)).difference([])):
    print([g(mk(n)) for n in list(range(0, 8)) + [9, 10, 12, 18, 19, 20, 38, 39, 50, 76, 77, 100, 154, 308, 615, 1000]])
s = set(range(100))
for i in range(98): s.discard(i)
print(g(s)); s.add(1); print(g(s)); s.add(-5); print(g(s)); t = s.copy(); print(g(t)); s.clear(); print(g(s))
s = set(); s.update(range(10)); print(g(s)); s.update({1: 1, 2: 2}); print(g(s)); s |= set(range(30)); print(g(s)); s &= {1, 2}; print(g(s)); s -= {1}; print(g(s)); s ^= {5, 6, 7, 8, 9, 10}; print(g(s))
p = []
s = set()
for i in range(200):
    s.add(i); s.discard(i - 3); p.append(g(s))
print(sorted(set(p)), p.index(max(p)))
#: sz_tuples_ints
import sys
g = sys.getsizeof
print([g(tuple(range(n))) for n in range(10)], g((1,)), g((1, 2) * 3), g((1,) + (2,)), g(tuple('abc')), g(tuple(x for x in 'abc')), g((1, 2, 3)[1:]), g((*'ab', 'c')))
class T(tuple): pass
class TS(tuple): __slots__ = ()
print([g(T(range(n))) for n in range(4)], [g(TS(range(n))) for n in range(4)])
class I(int): pass
class B(bytes): pass
class IS(int): __slots__ = ()
print([g(I(2 ** n)) for n in (0, 29, 30, 60, 90)], [g(I(0)), g(IS(0)), g(IS(1)), g(B()), g(B(b'abc'))])
print([g(n) for n in (2 ** 30 - 1, -(2 ** 30), 2 ** 60 - 1, 2 ** 120, 10 ** 50)], [g(x) for x in (2 ** 100 - 2 ** 100, 2 ** 100 // 2 ** 90, (2 ** 100) >> 99, 2 ** 100 % 7, -(2 ** 31), ~(2 ** 30), abs(-2 ** 40), 2 ** 31 ^ 2 ** 31, 2 ** 40 & 0xff, int('1' * 20), int(1e20), 3 ** 40, 1 << 59, 1 << 60, (1 << 60) - 1, 10 ** 18 + 0, 10 ** 9 * 10 ** 9, 10 ** 10 * 10 ** 10, pow(10, 40, 10 ** 20), int.from_bytes(b'\x00' * 20, 'big'), int.from_bytes(b'\x01' * 20, 'big'), hash('a') * 0, len('a' * 10 ** 5))])
import struct, time
print(g(sys.version_info), g(sys.float_info), g(sys.flags) > 0, g(sys.hash_info))
