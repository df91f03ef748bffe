#: list_aliasing
a = [[0] * 2] * 3
a[0][0] = 1
print(a, a[0] is a[2])
b = [[0] * 2 for _ in range(3)]
b[0][0] = 1
print(b)
#: list_default_trap
def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2), f(3, []), f(4), f.__defaults__)
#: inplace_vs_rebinding
a = b = [1]
a += [2]
print(a is b, b)
a = a + [3]
print(a is b, b)
t = u = (1,)
t += (2,)
print(t is u, u)
s = t2 = {1}
s |= {2}
print(s is t2)
#: tuple_with_list_iadd
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e)
print(t)
#: copy_semantics
import copy
a = [[1], {2: [3]}, (4, [5])]
b, c, d = a[:], copy.copy(a), copy.deepcopy(a)
a[0].append(9)
print(b[0] is a[0], c[0] is a[0], d[0], d[2] is a[2], d[2][1] is a[2][1])
t = (1, (2, 3))
print(copy.deepcopy(t) is t, copy.copy(t) is t)
r = []
r.append(r)
q = copy.deepcopy(r)
print(q[0] is q, q is r)
#: self_references
l = []
l.append(l)
d = {}
d['me'] = d
print(l, d, l[0] is l, (l,), [d])
s = [1]
s.append((s,))
print(s)
#: list_growth_during_iteration
l = [1, 2, 3]
for x in l:
    if len(l) < 6: l.append(x * 10)
print(l)
for x in l[:]: l.remove(x)
print(l)
l = list(range(10))
for x in l: l.remove(x)
print(l)
#: dict_changed_during_iteration
d = {1: 1, 2: 2}
try:
    for k in d: d[k + 10] = 1
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s = {1, 2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(e)
try:
    for k in d.items(): d.clear(); d[5] = 5; d[6] = 6
except RuntimeError as e: print(e)
#: dict_order
d = dict(b=1, a=2)
d['c'] = 3
del d['b']
d['b'] = 4
print(d, list(reversed(d)), d.popitem(), list(d))
d.update(a=0, z=1)
print(d, {**d, 'a': 5}, dict(sorted(d.items())))
#: dict_key_identity
class K:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, K)
    def __hash__(self): return 1
    def __repr__(self): return 'K%d' % self.n
d = {K(1): 'a'}
d[K(2)] = 'b'
print(d)
k = K(3)
print(d.setdefault(k, 'c'), list(d)[0] is k, {k, K(4)})
#: dict_views_live
d = {1: 'a'}
k, v, i = d.keys(), d.values(), d.items()
d[2] = 'b'
print(k, v, i, len(k), 2 in k, 'b' in v, (2, 'b') in i, k & {1}, k | {9}, i - {(1, 'a')}, k == {1, 2}, list(reversed(k)))
#: nan_key
nan = float('nan')
d = {nan: 1}
print(nan in d, float('nan') in d, d.get(nan))
l = [nan]
print(l == l[:], l.index(nan), l.count(nan), float('nan') in l)
#: hash_collisions
class H:
    def __init__(self, v): self.v = v
    def __hash__(self): return 7
    def __eq__(self, o):
        log.append((self.v, o.v))
        return self.v == o.v
log = []
d = {}
for i in range(4): d[H(i)] = i
print(log); log.clear()
print(d[H(3)], log)
log.clear()
print(H(9) in d, log)
#: set_iteration_order_ints
print(list({5, 3, 1, 100, 17, 33, 8}), list({i * 8 for i in range(10)}), set(range(20, 0, -1)), {-1, -2, 0}, list({2**61 - 1, 0, 1}))
s = set(range(10))
s.remove(3)
s.add(103)
print(list(s), s.pop(), list(s))
#: set_operations
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a <= {1, 2, 3, 4}, a < a, a.isdisjoint({9}), a.union([7], (8,)), a.intersection([1], [1, 2]), a.difference([1]), a.symmetric_difference([1, 9]))
a.update([5], {6: 1})
a.intersection_update({1, 5, 6})
a -= {6}
print(a, a == frozenset([1, 5]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): 2})
#: list_sort_stability
l = [('b', 1), ('a', 2), ('b', 0), ('a', 1)]
print(sorted(l, key=lambda x: x[0]), sorted(l, key=lambda x: x[0], reverse=True), sorted(l))
try:
    sorted([1, 'a'])
except TypeError as e: print(e)
try:
    [3, 1].sort(lambda x: x)
except TypeError as e: print(e)
#: list_modified_during_sort
l = [3, 1, 2]
def key(x):
    l.append(9)
    return x
try:
    l.sort(key=key)
except ValueError as e: print(e)
print(l)
l = [2, 1]
print([len(l) for _ in l], sorted(l, key=lambda x: len(l)))
l.sort(key=lambda x: print(len(l)) or x)
#: slices
l = list(range(10))
print(l[2:5], l[::-1], l[-3:], l[8:2:-2], l[100:], l[:-100], l[3:3])
l[2:5] = 'ab'
print(l)
l[::2] = [0] * len(l[::2])
print(l)
try:
    l[::2] = [1]
except ValueError as e: print(e)
try:
    l[1:2] = 5
except TypeError as e: print(e)
del l[1::3]
print(l)
try: l[::0]
except ValueError as e: print(e)
#: unpack_errors
for s in ('a, b = [1]', 'a, b = [1, 2, 3]', 'a, *b, c = [1]', 'a, b = 5', 'a, b = {1: 2}', '[a] = []', 'for a, b in [1]: pass', 'a, b = iter([1, 2, 3, 4])'):
    try: exec(s)
    except Exception as e: print(type(e).__name__, e)
#: index_errors
for s in ('[][0]', '()[0]', '[1][1]', '(1,)[-2]', '{}[1]', "{}['a']", "[1]['a']", '[1][1.0]', '{[]: 1}', '{{}: 1}', '{[1]}', 'set([[]])', '[].pop()', '[1].pop(5)', '{}.popitem()', 'set().pop()', '[].remove(1)', '[].index(1)', '{1}.remove(2)', '()[None]', 'range(3)[5]', 'del [][0]', '[][0] = 1', '(1,)[0] = 1', '"a"[0] = "b"', 'del (1,)[0]', '[1, 2].insert("a", 1)', '{}.update(1)', '{}.update([1])', '{}.update([(1,)])', 'dict([1])', 'dict([(1, 2, 3)])', '[] < {}', '[] + ()', '() + []', '[] * []', '[1] * 1.5', 'set() + set()', '{} | 1', 'frozenset().add(1)', 'len(5)', 'len()', 'iter(5)', 'list(5)', 'tuple(1, 2)', 'sum(["a"])', 'sum([[1]], [])', 'max([])', 'min()', 'sorted(5)', 'reversed({1})', 'enumerate()', 'zip(1)', 'map()', 'range()', 'range("a")', 'range(1, 2, 0)', 'next([])', 'next(iter([]))', 'hash([])', 'hash({})', 'hash(set())', 'hash(slice(1))', 'hash((1, []))', 'list.append(1, 2)', '[].append()', '[].append(1, 2)', '[].sort(1)', 'dict.fromkeys()', '{}.get()', '[].extend(1)', 'tuple.index((), 1)', '[].__getitem__()'):
    try: print(s, '->', eval(s) if not ('=' in s or s.startswith('del')) else exec(s))
    except Exception as e: print(s, '->', type(e).__name__, e)
#: comparisons
print([1, 2] < [1, 3], [1] < [1, 0], (1, 'a') < (1, 'b'), [[]] == [[]], {1: [2]} == {1: [2]}, [1] == (1,), {1: 1} != {1: 2}, (1, 2) > (1,), [] == False, [1, 2] == [1, 2.0])
try: {} < {}
except TypeError as e: print(e)
try: (1, 'a') < (1, 2)
except TypeError as e: print(e)
#: identity_shortcut
class E:
    def __eq__(self, o):
        print('eq')
        return False
e = E()
print(e in [e], [e] == [e], [e].index(e), [e].count(e), (e,) == (e,), {1: e} == {1: e}, e == e)
#: tuple_hash_and_dict
d = {(1, 2): 'a', (1, (2, 3)): 'b'}
print(d[1, 2], d[(1, (2, 3))], hash((1, 2)) == hash((1.0, 2.0)), (1, 2) in d, hash(()), hash((1,)), hash((1, 2, 3)), hash(('',)))
#: deque
import collections
d = collections.deque([1, 2, 3], maxlen=3)
d.append(4); d.appendleft(0)
print(d, d[1], len(d), d.maxlen, list(reversed(d)), d.count(2), 2 in d, d.index(2))
d.extend('ab'); d.rotate(1)
print(d)
try: d[9]
except IndexError as e: print(e)
try: collections.deque().pop()
except IndexError as e: print(e)
try:
    for x in d: d.append(1)
except RuntimeError as e: print(e)
#: counter_defaultdict
import collections
c = collections.Counter('abracadabra')
print(c, c.most_common(2), c['zz'], c + collections.Counter(a=1), c - collections.Counter(a=5), sorted(c.elements()))
d = collections.defaultdict(lambda: 7)
print(d['q'], dict(d), d.get('nope'), repr(collections.defaultdict(list)))
#: ordereddict
import collections
o = collections.OrderedDict(a=1, b=2, c=3)
o.move_to_end('a'); print(o, o.popitem(last=False), list(o))
print(o == {'c': 3, 'a': 1}, o == collections.OrderedDict(c=3, a=1), o == collections.OrderedDict(a=1, c=3))
#: namedtuple
import collections
P = collections.namedtuple('P', 'x y', defaults=[5])
p = P(1)
print(p, p.x, p[1], p._replace(x=9), p._asdict(), P._fields, tuple(p), p == (1, 5), P._make([3, 4]))
try: P()
except TypeError as e: print(e)
try: p.x = 1
except AttributeError as e: print(e)
#: zip_strict_and_friends
print(list(zip([1, 2], 'ab', (True,))), dict(zip('ab', [1, 2])))
try: print(list(zip([1], [1, 2], strict=True)))
except (TypeError, ValueError) as e: print(type(e).__name__, e)
try: print(list(map(lambda a, b: a, [1], [1, 2], strict=True)))
except (TypeError, ValueError) as e: print(type(e).__name__, e)
import itertools
print(list(itertools.pairwise([1, 2, 3])) if hasattr(itertools, 'pairwise') else 'no pairwise', list(itertools.batched('abcde', 2)) if hasattr(itertools, 'batched') else 'no batched')
#: big_repr
print([1.0, 'a', b'b', None, (1,), {}, set(), {1}, frozenset({2}), range(3), slice(1, 2), ..., 1j, [()], {'k': {'v': [1]}}])
print(list, len, [].append.__name__, type(None), NotImplemented)
#: bytearray_ops
b = bytearray(b'hello')
b[0] = 72; b.append(33); b.extend(b'??'); b += b'.'
print(b, b[1:3], b.pop(), b.find(b'l'), b.replace(b'l', b'L'), bytes(b), len(b))
del b[0:2]; b[0:0] = b'ab'; b.insert(0, 65); b.reverse()
print(b)
try: b[0] = 256
except ValueError as e: print(e)
try: b.append('a')
except TypeError as e: print(e)
m = memoryview(b)
try: b.append(1)
except BufferError as e: print(e)
m.release(); b.append(1)
print(len(b))
#: memoryview_basics
m = memoryview(bytearray(b'abcdef'))
m[0] = 65
print(m[0], m[1:3].tobytes(), m.tolist(), len(m), m.readonly, m.format, m.itemsize, m.nbytes, m.obj, m[::2].tobytes(), m == b'Abcdef')
try: memoryview(b'abc')[0] = 1
except TypeError as e: print(e)
try: memoryview('abc')
except TypeError as e: print(e)
