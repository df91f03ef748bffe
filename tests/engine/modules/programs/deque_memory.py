# sizes of a deque while it grows, turns and shrinks; counts of what it holds; its weak references
import gc
import sys
import weakref
from collections import deque

d = deque()
sizes = []
for i in range(300):
    d.append(i)
    if not sizes or sizes[-1][1] != sys.getsizeof(d):
        sizes.append((i, sys.getsizeof(d)))
print(sizes)
for n in (1, -1, 63, 64, 65, -130, 299, 1000):
    d.rotate(n)
    print(n, d[0], d[-1], d[150], sys.getsizeof(d))
while len(d) > 5:
    d.popleft()
    if len(d) % 50 == 0:
        print(len(d), sys.getsizeof(d))
d.clear()
print(sys.getsizeof(d), len(d))

x = object()
d = deque([x] * 10)
print(sys.getrefcount(x))
d.pop()
d.remove(x)
print(sys.getrefcount(x), d.count(x))
d.clear()
print(sys.getrefcount(x))

m = deque(maxlen=3)
for c in 'abcdef':
    m.append(c)
print(m, m.maxlen)
m.appendleft('z')
print(m, list(reversed(m)))
try:
    m.insert(0, 1)
except IndexError as e:
    print(e)


class D(deque):
    pass


r = D([1])
w = weakref.ref(r)
r.append(r)
print(gc.is_tracked(r), r)
del r
gc.collect()
print(w() is None)

for act in (lambda: deque().pop(), lambda: deque()[0], lambda: deque([1]).remove(2),
            lambda: deque([1]).index(5), lambda: deque(maxlen=-1), lambda: deque() + [1],
            lambda: deque(5)):
    try:
        act()
    except Exception as e:
        print(type(e).__name__, e)

d = deque([1, 2, 3])
try:
    for item in d:
        d.append(item)
except RuntimeError as e:
    print(e)
print(deque([1, 2]) == deque([1, 2]), deque([1]) < deque([2]), deque('ab') * 2, 2 * deque([1]))
d = deque(range(5))
del d[2]
d[0] = 9
d.insert(1, 'x')
d.reverse()
d.extendleft([7, 8])
print(d, 9 in d, d.index(9))
