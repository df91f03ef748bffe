class X: pass
class Y:
    def m(s): return s.a
x=X(); x.a=1; x.b=2; d=x.__dict__; x.__class__=Y; print(x.__dict__ is d, d, x.m()); x.c=3; print(d); del x.a; print(d, vars(x))
z=X(); z.q=1; z.__class__=Y; print(z.__dict__, z.q); z.w=4; print(z.__dict__); del z
class A: pass
A.__abstractmethods__=frozenset({'g','f'})
try: A()
except TypeError as e: print(e)
A.__abstractmethods__=frozenset({'f'})
try: A()
except TypeError as e: print(e)
del A.__abstractmethods__; print(type(A()).__name__)
import sys
class M(type(sys)): x=5
m=M('q'); print(m.x, m.__name__)
sys2=type(sys)('zz'); sys2.__class__=M; print(sys2.x)
class P(property):
    "pdoc"
p=P(lambda s:1, doc='dd'); print(p.__doc__, p.fget is not None)
class SM(staticmethod): pass
s=SM(len); print(s([1]), s.__name__, s.__wrapped__, s.__dict__ if 0 else '', repr(s))
class CM(classmethod): pass
class Q:
    @CM
    def f(cls): "fdoc"; return cls.__name__
print(Q.f(), Q.__dict__['f'].__doc__, Q.f.__doc__)
class Meta(type):
    @property
    def p(cls): return 'meta '+cls.__name__
    def __instancecheck__(c,o): return o==1
    def __subclasscheck__(c,o): return o is int
    def __eq__(a,b): return True
    __hash__=type.__hash__
    def __repr__(c): return '<<'+c.__name__+'>>'
class Z(metaclass=Meta): pass
print(Z.p, isinstance(1,Z), issubclass(int,Z), issubclass(str,Z), Z, Z==3, hasattr(Z(),'p'))
class O:
    def __getattr__(s,n): return n
    __slots__=()
print(O().hello)
class W:
    def __new__(cls,*a): 
        if a: return a[0]
        return object.__new__(cls)
    def __init__(s,*a): print('init',a)
print(W(3), type(W()).__name__)
class V:
    x=1
    def __init__(s): s.x
V.__init__.__doc__='i'; print(V.__init__.__doc__)
print(object.__doc__[:20], type.__doc__[:12], int.__bases__, bool.__mro__, type.__mro__, object.__bases__)
print(type(3).__call__('5'), type.__call__(list,(1,2)), int.__new__(int,4), object.__repr__(3)[:11], int.__repr__(True), object.__str__(5))
class Inh(list):
    def __setitem__(s,k,v): super().__setitem__(k,v*2)
i=Inh([1,2]); i[0]=5; print(i, i.__class__, i.__len__(), Inh.__setitem__.__qualname__, list.__setitem__)
print(sorted(k for k in object.__dict__))
