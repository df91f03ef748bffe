import gc
def z(): return []
z=[]
def run(f):
    gc.collect()
    c0=gc.get_count()[0]
    keep=[None]*10
    i=0
    while i<10: keep[i]=f(); i+=1
    c1=gc.get_count()[0]
    return c1-c0
gc.disable()
print(run(lambda:(z,)), run(lambda:(z,z)), run(lambda:(z,z,z)))
def probe(g):
    gc.collect(); g(); c0=gc.get_count()[0]; t=(z,); c1=gc.get_count()[0]
    gc.collect(); g(); c2=gc.get_count()[0]; t2=(z,z); c3=gc.get_count()[0]
    return c1-c0, c3-c2
def nop(): pass
print(probe(nop))
class C:
    def __init__(self,*a): pass
    def m(self,*a): pass
class D: 
    __slots__='x'
c=C(); L=[1,2]
def va(*a): pass
def kw(**k): pass
def gen(): yield 1
for name,g in dict(dc=lambda:dict([]), dc2=lambda:dict(a=1), dg=lambda:dict((1,2) for i in 'a'), lst=lambda:list('ab'), tp=lambda:tuple(L), st=lambda:set(L), fs=lambda:frozenset(L), it=lambda:int(3.5), stt=lambda:str(b'a','ascii'), C=lambda:C(), C1=lambda:C(1), C2=lambda:c.m(1), va=lambda:va(1), va2=lambda:va(1,2), kw=lambda:kw(a=1), star=lambda:va(*L), kws=lambda:va(*L,**{}), D=lambda:D(), ty=lambda:type('X',(),{}), gn=lambda:list(gen()), lc=lambda:[i for i in L], exc=lambda:ValueError('x'), ex2=lambda:KeyError(1,2), op=lambda:L+[1], opt=lambda:(1,)+(2,), sl=lambda:L[0:1], cmp=lambda:L<[3], fmt=lambda:format(3,'d'), rd=lambda:round(2.5), pr=lambda:print(end=''), srt=lambda:sorted(L,key=lambda x:-x), mn=lambda:min(L), en=lambda:list(enumerate(L)), zp=lambda:list(zip(L,L)), mp=lambda:list(map(str,L)), fl=lambda:list(filter(None,L)), an=lambda:any(L), sm=lambda:sum(L,0), ch=lambda:chr(65), ins=lambda:isinstance(1,(int,str)), hs=lambda:hasattr(1,'x'), ga=lambda:getattr(1,'x',None), sa=lambda:setattr(c,'y',1), dl=lambda:c.__dict__, rp=lambda:repr(L), rp2=lambda:repr((1,2)), ss=lambda:'a,b'.split(','), sj=lambda:','.join('ab'), sr=lambda:'abc'.replace('a','b'), se=lambda:'abc'.encode(), sf=lambda:'abc'.find('b'), sw=lambda:'abc'.startswith('b'), dp=lambda:{1:2}.pop(1), ds=lambda:{}.setdefault(1,2), di=lambda:list({1:2}.items()), li=lambda:L.index(1), lcp=lambda:L.copy(), hx=lambda:hex(3), pw=lambda:pow(2,3), dv=lambda:divmod(5,3), bm=lambda:c.m, cm=lambda:int.from_bytes(b'a'), fk=lambda:dict.fromkeys('ab'), ge=lambda:next(gen()), cl=lambda:(lambda x:x)(1), rs=lambda:reversed(L)).items():
    print(name, probe(g))
def tr():
    try: 1/0
    except ZeroDivisionError: pass
def tr2():
    try: raise KeyError('x')
    except KeyError as e: pass
def cls():
    class X: pass
def unp():
    a,b=L; b,a=a,b
    x,*y=L
def imp():
    import gc
def wth():
    class W:
        def __enter__(self): pass
        def __exit__(self,*a): pass
    with W(): pass
def glb():
    return globals()
def asr():
    try: assert 0,'x'
    except AssertionError: pass
def sto():
    it=iter([]); 
    try: next(it)
    except StopIteration: pass
def mat():
    match L:
        case [a,b]: pass
for f in (tr,tr2,cls,unp,imp,wth,glb,asr,sto,mat):
    f(); print(f.__name__, probe(f))
