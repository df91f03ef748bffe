import heapq, bisect, random, copy, string, contextlib, time
h=[5,3,8,1,9,2]; heapq.heapify(h); print(h, heapq.heappop(h), heapq.nlargest(2,h), heapq.nsmallest(3,[4,1,7,2]), list(heapq.merge([1,4],[2,3])))
l=[1,3,5]; bisect.insort(l, 4); print(l, bisect.bisect_left(l, 3), bisect.bisect(l, 3))
random.seed(42); print(random.random(), random.randint(1,100), random.choice('abc'), random.sample(range(100), 5), random.gauss(0,1), random.uniform(1,2))
x=list(range(10)); random.shuffle(x); print(x, random.choices([1,2,3], k=4), random.getrandbits(70))
random.seed('hello'); print(random.random()); random.seed(2.5); print(random.random())
class A:
    def __init__(self): self.l=[1,[2]]
a=A(); b=copy.deepcopy(a); c=copy.copy(a); print(b.l, b.l is a.l, c.l is a.l, b.l[1] is a.l[1])
y=[1]; y.append(y); z=copy.deepcopy(y); print(z[1] is z, copy.copy({1:2}), copy.deepcopy((1,[2])))
class S:
    __slots__=('p','q')
s=S(); s.p=1; t=copy.copy(s); print(t.p, hasattr(t,'q'))
print(string.ascii_letters, string.punctuation, string.Template('$a ${b} $$').substitute(a=1,b=2), string.capwords('a bc d'))
@contextlib.contextmanager
def cm():
    print('in')
    try: yield 5
    finally: print('out')
with cm() as v: print(v)
with contextlib.suppress(ZeroDivisionError): 1/0
with contextlib.ExitStack() as st:
    st.callback(print, 'cb'); st.enter_context(cm())
try:
    with cm(): raise ValueError('x')
except ValueError as e: print('caught', e)
