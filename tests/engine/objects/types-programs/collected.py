import gc, sys
gc.collect()
def t(f): 
    f(); return gc.collect()
def a():
    class X: pass
def b():
    class X: __slots__=('a',)
def c():
    class X:
        def f(self): pass
def d():
    class X: pass
    class Y(X): pass
def e():
    class M(type): pass
    class X(metaclass=M): 
        p=property(lambda s:1)
        @classmethod
        def c(cls): pass
        @staticmethod
        def s(): pass
def f():
    class X:
        def f(self): return super().f()
    x=X(); x.me=x; x.m=x.f
def g():
    class E(Exception): pass
    try: raise E(1)
    except E as e: s=e
def h():
    l=[]; l.append(super(list,l)); l.append(l.append); l.append(l.__len__); l.append(list[int]); 
def i():
    class D:
        def __del__(s): print('del D')
    d=D(); d.d=d
def j():
    class S:
        __slots__=('x','__dict__','__weakref__')
        def __del__(s): print('del S')
    s=S(); s.x=s; s.y=[s]
def k():
    class L(list):
        def __del__(s): print('del L', len(s))
    l=L(); l.append(l); l.z=l
    class DD(dict): pass
    q=DD(); q[1]=q; q.a=q
    class TT(tuple): pass
    m=[]; tt=TT([m]); m.append(tt)
    class ST(set): pass
    st=ST(); st.x=st
for fn in (a,b,c,d,e,f,g,h,i,j,k):
    print(fn.__name__, t(fn), len(gc.garbage))
gc.collect(); 
class X: pass
print(gc.is_tracked(X), gc.is_tracked(X()), sorted(type(o).__name__ for o in gc.get_referents(X)), sorted(type(o).__name__ for o in gc.get_referents(X())))
print(sorted(type(o).__name__ for o in gc.get_referents(ValueError(1,'a'))), gc.is_tracked(ValueError()))

print(gc.is_tracked(int), gc.is_tracked(list.append), gc.is_tracked(super(X,X())), gc.is_tracked([].__len__))
