import sys
from collections import deque, defaultdict, OrderedDict, Counter, namedtuple, ChainMap
d = deque(range(200)); print(len(d), d[0], d[150], sys.getsizeof(deque()), sys.getsizeof(d))
d.rotate(70); print(d[0], d[-1]); d.append(5); d.appendleft(7); print(d.popleft(), d.pop()); 
print(deque([1,2,3], maxlen=2), list(reversed(deque('abc'))))
dd = defaultdict(list); dd['a'].append(1); print(dd, sys.getsizeof(defaultdict()))
o = OrderedDict(a=1, b=2); o.move_to_end('a'); print(o, sys.getsizeof(o), sys.getsizeof(OrderedDict()), list(reversed(o)), o.popitem(last=False))
print(Counter('abracadabra').most_common(2), Counter('ab')+Counter('b'))
P = namedtuple('P', 'x y', defaults=[5]); p = P(1); print(p, p.x, p._replace(x=3), p._asdict(), P._fields, sys.getsizeof(p))
print(ChainMap({'a':1},{'b':2})['b'])
import functools
@functools.lru_cache(maxsize=2)
def f(x): return x*2
f(1); f(2); f(1); f(3); print(f.cache_info())
print(functools.reduce(lambda a,b:a+b, [1,2,3]), functools.partial(int, base=2)('101'))
import itertools as it
print(list(it.permutations('abc', 2)), list(it.product([1,2], repeat=2)), list(it.combinations(range(4), 2)))
print(list(it.zip_longest('ab', [1], fillvalue=0)), list(it.islice(it.count(3, 2), 4)), list(it.accumulate([1,2,3])))
print([(k, list(g)) for k, g in it.groupby('aabbbc')], [list(x) for x in it.tee([1,2])], list(it.batched('abcde', 2)))
import operator
print(operator.itemgetter(1, 2)('abc'), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'), operator.add(1,2))
from collections.abc import Mapping, Iterable
print(isinstance({}, Mapping), isinstance(5, Iterable), issubclass(list, Iterable))
import types; print(types.SimpleNamespace(a=1), types.FunctionType)
