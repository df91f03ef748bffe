import sys
def show(*a): print(*a)
# operator dispatch
class A:
    def __add__(s,o): return ('A.add',type(o).__name__)
    def __radd__(s,o): return ('A.radd',type(o).__name__)
    def __eq__(s,o): return 'eq'
    def __lt__(s,o): return NotImplemented
class B(A):
    def __radd__(s,o): return ('B.radd',type(o).__name__)
class C(A): pass
print(A()+B(), A()+C(), B()+A(), 1+A(), A()+1, A()==1, 1==A(), A()!=1)
try: A()<A()
except TypeError as e: print(e)
try: A()-1
except TypeError as e: print(e)
print(A.__hash__)
try: hash(A())
except TypeError as e: print(e)
# dunder set after creation
class D: pass
d=D()
D.__len__=lambda s: 3
D.__getitem__=lambda s,i: i*2
print(len(d), d[4], bool(d), D.__len__(d), list(zip(range(3), d)))
del D.__len__
try: len(d)
except TypeError as e: print(e)
class D2(D): pass
D.__call__=lambda s,*a,**k: (a,k)
print(D2()(1,x=2))
D.__call__=None
try: D2()()
except TypeError as e: print(e)
# getattr hooks
class G:
    def __getattr__(s,n):
        if n.startswith('x'): return n.upper()
        raise AttributeError('no '+n)
    def __setattr__(s,n,v): print('set',n,v); object.__setattr__(s,n,v)
    def __delattr__(s,n): print('del',n); object.__delattr__(s,n)
g=G(); g.a=1; print(g.a,g.xy); del g.a
try: g.a
except AttributeError as e: print(e, e.name, type(e.obj))
class GA:
    def __getattribute__(s,n): return 'GA '+n
print(GA().foo, GA().__class__, type(GA()))
# descriptors
class Desc:
    def __get__(s,o,t): return ('get', o is not None, t.__name__)
    def __set__(s,o,v): print('desc set',v)
    def __delete__(s,o): print('desc del')
    def __set_name__(s,o,n): print('set_name',o.__name__,n)
class H: d=Desc(); 
h=H(); print(h.d, H.d); h.d=4; del h.d; h.__dict__['d']=5; print(h.d)
class ND:
    def __get__(s,o,t): return 'nd'
class I: d=ND()
i=I(); print(i.d); i.d=3; print(i.d)
# init_subclass
class P:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag=tag; print('sub',cls.__name__,tag)
class Q(P, tag='t'): pass
print(Q.tag, P.__subclasses__())
class M(type):
    def __new__(m,n,b,d,**k): print('M.new',n,k); return super().__new__(m,n,b,d)
    def __init__(c,n,b,d,**k): print('M.init',n,k); super().__init__(n,b,d)
    def __call__(c,*a,**k): print('M.call',a,k); return super().__call__(*a,**k)
    @classmethod
    def __prepare__(m,n,b,**k): print('prep',n,k); return {'pre':1}
    def __iter__(c): return iter('abc')
    def __len__(c): return 7
    def __getattr__(c,n): return 'meta '+n
class R(metaclass=M, k=1):
    def __init__(s,x): s.x=x
print(R(3).x, list(R), len(R), R.zork, R.pre, type(R), isinstance(R,M))
class R2(R): pass
print(type(R2))
# super
class S1:
    def f(s): return ['S1']
    @classmethod
    def c(cls): return ['S1',cls.__name__]
    @staticmethod
    def st(): return 'st'
class S2(S1):
    def f(s): return ['S2']+super().f()
    @classmethod
    def c(cls): return ['S2']+super().c()
class S3(S1):
    def f(s): return ['S3']+super().f()
class S4(S2,S3):
    def f(s):
        x=super()
        return ['S4']+x.f()+[repr(x)[:30], x.__thisclass__.__name__, x.__self_class__.__name__, x.__self__ is s]
print(S4().f(), S4.c(), S4().c(), S4.__mro__, S4.st(), S4().st())
print(super(S2,S4).f(S4()), super(S2,S4()).f())
# properties
class T:
    @property
    def v(self): "doc v"; return self._v
    @v.setter
    def v(self,x): self._v=x*2
    @v.deleter
    def v(self): del self._v
t=T(); t.v=4; print(t.v, T.v.__doc__, T.v.fget.__name__, T.v.__name__); del t.v
try: t.v
except AttributeError as e: print(e)
print(T.__dict__["v"].fset.__name__)
# class attrs
class U:
    "doc of U"
    x:int=3
    def m(self): pass
print(U.__doc__, U.__annotations__, U.__module__, U.__qualname__, U.__name__, U.__bases__, U.__base__, U.__dictoffset__, U.__basicsize__, U.__flags__)
U.__name__='V'; U.__qualname__='W.V'; U.__doc__='new'; print(U, U.__doc__, repr(U().m)[:30])
print([n for n in type.__dir__(U) if not n.startswith('__')], 'x' in U.__dict__, U.__dict__.get('x'), len(vars(U)), sorted(U.__dict__))
# class of class assignment
class X1:
    def w(s): return 'x1'
class X2:
    def w(s): return 'x2'
x=X1(); x.q=1; x.__class__=X2; print(x.w(), x.q, x.__dict__, type(x)); x.r=3; print(x.__dict__)
class X1(S2):
    pass
class Y1(X1): pass
X1.__bases__=(S3,); print(Y1.__mro__, Y1().f())
# slots
class SL:
    __slots__=('a','__b','c')
    def __init__(s): s.a=1; s.__b=2
sl=SL(); print(sl.a, sl._SL__b, SL.__slots__, SL.a, sys.getsizeof(sl), [k for k in SL.__dict__ if not k.startswith('__')])
try: sl.c
except AttributeError as e: print(e)
try: sl.zz=1
except AttributeError as e: print(e)
class SL2(SL): pass
s2=SL2(); s2.zz=1; print(s2.__dict__, s2.a)
class SL3(SL): __slots__=('d','__dict__','__weakref__')
s3=SL3(); s3.k=1; s3.d=2; print(s3.__dict__, s3.d, s3.__weakref__)
# bool/len/contains/iter protocols
class Z:
    def __len__(s): return -1
try: len(Z())
except ValueError as e: print(e)
class Z:
    def __bool__(s): return 1
try: bool(Z())
except TypeError as e: print(e)
class Z:
    def __iter__(s): return 3
try: iter(Z())
except TypeError as e: print(e)
class Z:
    __iter__=None
try: iter(Z())
except TypeError as e: print(e)
class Z:
    __contains__=None
try: 1 in Z()
except TypeError as e: print(e)
class Z:
    def __hash__(s): return 'a'
try: hash(Z())
except TypeError as e: print(e)
class Z:
    def __hash__(s): return 1<<70
print(hash(Z()))
class Z:
    def __hash__(s): return -1
print(hash(Z()))
class Z:
    def __hash__(s): return (1<<62)+5
print(hash(Z()))
class Z:
    def __init__(s): return 3
try: Z()
except TypeError as e: print(e)
class Z:
    def __str__(s): return 3
try: str(Z())
except TypeError as e: print(e)
class Z:
    def __index__(s): return 2
print([1,2,3][Z()], range(5)[Z()])
class Z:
    def __pow__(s,o,m=None): return ('pow',o,m)
    def __rpow__(s,o): return ('rpow',o)
    def __ipow__(s,o): return 'ipow'
z=Z(); print(z**2, 2**z, pow(z,2,3)); z**=2; print(z)
class L(list):
    def __iadd__(s,o): return 'iadd'
l=L([1]); print(l+[2]); l+=[3]; print(l)
class L(list): pass
l=L([1]); l+=[3]; l.x=4; print(l, l.x, type(l+[1]), l*2, L.__mro__, len(l), l[0], 3 in l)
class N(int):
    def __add__(s,o): return 'N.add'
    def __repr__(s): return 'N(%d)'%int(s)
print(N(3)+1, 1+N(3), N(4)*2, N(4), [N(5)], N(7)==7, hash(N(7)), {N(7):1}[7])
class St(str):
    def __new__(c,x): return super().__new__(c,x+'!')
print(St('a'), St('a').upper(), type(St('a')), len(St('ab')))
class TT(tuple): pass
print(TT([1,2]), TT((1,2))==(1,2), hash(TT((1,)))==hash((1,)))
class DD(dict):
    def __missing__(s,k): return k*2
print(DD()[4], DD(a=1))
