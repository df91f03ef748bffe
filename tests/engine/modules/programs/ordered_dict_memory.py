# sizes and counts of OrderedDict and defaultdict, named tuples, Counter, ChainMap, user classes
import gc
import sys
from collections import (ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict,
                         namedtuple)

od = OrderedDict()
sizes = []
for i in range(50):
    od[i] = i
    if not sizes or sizes[-1] != sys.getsizeof(od):
        sizes.append(sys.getsizeof(od))
print(sizes[:3], len(sizes))
key = object()
n = sys.getrefcount(key)
od[key] = 1
print(sys.getrefcount(key) - n)
del od[key]
print(sys.getrefcount(key) - n)
od = OrderedDict.fromkeys('abcd')
od.move_to_end('b'); od.move_to_end('d', last=False)
print(list(od), od.popitem(), od.popitem(last=False), list(reversed(od)), od)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))
print(od.pop('zz', 'none'), od.setdefault('q', 5), list(od.items()), list(od.values()), od.copy())
for act in (lambda: od.pop('zz'), lambda: OrderedDict().popitem(), lambda: od.move_to_end('zz')):
    try:
        act()
    except KeyError as e:
        print(repr(e))
try:
    for k in od:
        od[k + k] = 1
except RuntimeError as e:
    print(e)
print(OrderedDict(x=1) | {'y': 2}, gc.is_tracked(OrderedDict()))

dd = defaultdict(int, a=1)
dd['b'] += 1
print(dd, dd.default_factory, dd.get('zz'), 'zz' in dd, dd | {'c': 1}, dd.copy())
try:
    defaultdict(None)['x']
except KeyError as e:
    print(repr(e))
try:
    defaultdict(3)
except TypeError as e:
    print(e)

P = namedtuple('P', ['x', 'y'])
p = P(1, 2)
print(p, p._asdict(), p._replace(y=5), P._make([3, 4]), p == (1, 2), P.x, sys.getsizeof(p))
for act in (lambda: P(1), lambda: namedtuple('Q', 'class'), lambda: namedtuple('Q', 'a a'),
            lambda: p._replace(z=1)):
    try:
        act()
    except Exception as e:
        print(type(e).__name__, e)
x, y = p
print(x, y, P.__doc__, P.__match_args__, namedtuple('R', 'a b c', defaults=(1, 2))(0))

c = Counter('mississippi')
print(c, c.most_common(2), c['zz'], c.total(), sorted(c.elements()), c - Counter('miss'), c & Counter('sip'))
c.update('mm'); c.subtract({'s': 5})
print(c, +c, -c, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2))
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(cm, cm['a'], cm['b'], list(cm), cm.new_child({'z': 0}).maps, cm.parents)


class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)


print(U(a=1), U({'b': 2}) | {'c': 1}, UserList([1, 2])[0:1], UserString('ab') + 'c', UserString('ab').upper())
