#: making
import collections
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
f = frozendict(a=1)
class S(frozendict): pass
t(lambda: (frozendict(), frozendict({}), frozendict([(1, 2)], x=1), frozendict({1: 2}, a=3)))
t(lambda: frozendict(f) is f)
t(lambda: frozendict(f, **{}) is f)
t(lambda: frozendict.__new__(frozendict, f) is f)
t(lambda: frozendict() is frozendict())
t(lambda: S(f))
t(lambda: type(frozendict(S(f))))
for args in ((1,), ([1],), ([(1, 2, 3)],), ({}, {}), ([([], 1)],), ({1: 2}, 3, 4)):
    t(lambda: frozendict(*args))
t(lambda: frozendict(**{1: 2}))
t(lambda: frozendict.__new__(dict))
t(lambda: dict.__new__(frozendict))
t(lambda: object.__new__(frozendict))
t(lambda: frozendict.fromkeys('abc'))
t(lambda: frozendict.fromkeys('ab', 0))
t(lambda: S.fromkeys([1]))
t(lambda: frozendict.fromkeys([[]]))
t(lambda: frozendict.fromkeys(1))
t(lambda: frozendict.fromkeys())
t(lambda: collections.OrderedDict(f))
t(lambda: dict(f))

#: subclass_with_init
class N(frozendict):
    def __init__(self, *a, **k): print('init', a, k)
    def __new__(cls, *a, **k):
        print('new', a, k)
        return super().__new__(cls, *a, **k)
print(N(a=1))
print(N.fromkeys('ab'))
print(N(a=1) | {'b': 2})
print(N(a=1).copy())

#: sizes
import sys
for n in range(12):
    f = frozendict({i: i for i in range(n)})
    print(n, sys.getsizeof(f), f.__sizeof__(), sys.getsizeof(frozendict((str(i), i) for i in range(n))), sys.getsizeof(frozendict(**{str(i): i for i in range(n)})))
class S(frozendict): pass
class T(frozendict): __slots__ = ('q',)
print(sys.getsizeof(S(a=1)), S.__basicsize__, T.__basicsize__, frozendict.__basicsize__, frozendict.__itemsize__)
big = {i: i for i in range(20)}
for i in range(12): del big[i]
print(sys.getsizeof(frozendict(big)), sys.getsizeof(dict(big)), sys.getsizeof(frozendict(frozendict(big), x=1)))
print(sys.getsizeof(frozendict(big) | {'x': 1}), sys.getsizeof(frozendict() | {'x': 1}), sys.getsizeof(frozendict() | big))
print(sys.getsizeof({} | frozendict(big)), sys.getsizeof({'q': 1} | frozendict(big)))
print(sys.getsizeof(S({i: i for i in range(9)}).copy()))
print([sys.getsizeof(frozendict.fromkeys(x)) for x in (range(9), 'abcdefghi', {i: 1 for i in range(9)}, set(range(9)))])
class C: pass
c = C(); c.a = 1
print(sys.getsizeof(frozendict(vars(c))), sys.getsizeof(frozendict(vars(c)).copy()))

#: layout_of_the_hash
import ctypes
f = frozendict({1: 2})
at = lambda o, i: ctypes.c_long.from_address(id(o) + i).value
print(at(f, 16), at(f, 48))
h = hash(f)
print(at(f, 48) == h)

#: hashes
print([hash(frozendict(x)) for x in ({}, {1: 2}, {1: 2, 3: 4}, {5: 6, 7: 8, 9: -1}, {-1: -2}, {1.5: 2j})])
print(hash(frozendict({1: frozendict({2: 3})})))
print(hash(frozendict(a=1, b=2)) == hash(frozendict(b=2, a=1)))
print(hash(frozendict(a=1.0)) == hash(frozendict(a=1)))
class S(frozendict): pass
print(hash(S(a=1)) == hash(frozendict(a=1)))
try: hash(frozendict(a=[]))
except TypeError as e: print(e)
print({frozendict(a=1): 'x'}[S(a=1.0)])
class Counted:
    def __hash__(self): print('hash'); return 7
f = frozendict(k=Counted())
hash(f); hash(f)
class Bad:
    def __hash__(self): 1 / 0
try: hash(frozendict(k=Bad()))
except ZeroDivisionError as e: print(e)

#: text
print(frozendict(), frozendict(a=1), str(frozendict({1: [2]})))
class S(frozendict): pass
print(S(), S(a=S(b=1)))
l = []; f = frozendict(a=l); l.append(f)
print(f)
l = []; s = S(a=l); l.append(s)
print(s)
class Bad:
    def __repr__(self): raise ValueError('no')
try: repr(frozendict(a=Bad()))
except ValueError as e: print(e)

#: cannot_be_changed
f = frozendict(a=1)
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
def setitem(): f['a'] = 2
def delitem(): del f['a']
def augmented(): f['a'] += 2
def attribute(): f.x = 1
def of_type(): frozendict.x = 1
for g in (setitem, delitem, augmented, attribute, of_type): t(g)
for name in ('update', 'pop', 'popitem', 'clear', 'setdefault', '__setitem__', '__delitem__', '__ior__'):
    t(lambda: getattr(f, name))
for m in (dict.get, dict.copy, dict.keys, dict.update): t(lambda: m(f, 'a'))
g = f
g |= {'b': 2}
print(f, g)
class S(frozendict): pass
s = S(a=1); s.x = 5
print(s.__dict__, s)

#: looking_up
f = frozendict(a=1, b=2)
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t(lambda: (f['a'], f.get('a'), f.get('z'), f.get('z', 5), 'a' in f, 'z' in f, len(f), bool(frozendict())))
for g in (lambda: f['z'], lambda: f[frozendict()], lambda: f[[]], lambda: [] in f, lambda: f.get([]), lambda: f.get(), lambda: f.get(x=1), lambda: f.keys(1), lambda: f.a): t(g)
class M(frozendict):
    def __missing__(self, k): return 'miss ' + str(k)
t(lambda: M(a=1)['q'])
t(lambda: M(a=1).get('q'))
t(lambda: f.__getitem__('a'))
t(lambda: f.__contains__('a'))
print(list(f), list(reversed(f)), f.keys(), f.values(), f.items())
print(f.keys() & {'a'}, f.items() | {1} == {('a', 1), ('b', 2), 1}, f.keys().mapping, type(f.keys().mapping))
it = iter(f)
print(type(it), it.__length_hint__(), next(it), next(it), next(it, 'end'))
for k, v in f.items(): print(k, v)

#: comparing
import collections, types
f = frozendict(a=1)
print(f == {'a': 1}, {'a': 1} == f, f == frozendict(a=1.0), f != {'a': 1}, f != 1, f == [('a', 1)])
print(f == collections.OrderedDict(a=1), collections.OrderedDict(a=1) == f, f == types.MappingProxyType({'a': 1}), types.MappingProxyType(f) == f)
print(frozendict(a=1, b=2) == frozendict(b=2, a=1), f.__eq__(1), f.__lt__(f))
try: f < f
except TypeError as e: print(e)
try: f > {}
except TypeError as e: print(e)
print(isinstance(f, dict), issubclass(frozendict, dict), frozendict.__mro__, frozendict.__init__ is object.__init__)

#: union
import collections, types, operator
f = frozendict(a=1)
class S(frozendict): pass
def t(g):
    try:
        r = g()
        print(type(r).__name__, r)
    except Exception as e: print(type(e).__name__, e)
for a, b in ((f, {'b': 2}), ({'b': 2}, f), (f, frozendict(a=2)), (S(f), {}), (f, S()), (S(), f), (S(), {}), (frozendict(), S()),
             (f, collections.OrderedDict(b=1)), (collections.OrderedDict(b=1), f), (collections.defaultdict(int, b=1), f),
             (f, collections.UserDict(b=1)), (collections.UserDict(b=1), f), (collections.ChainMap({}), f), (f, collections.ChainMap({'z': 2})),
             (f, types.MappingProxyType({'b': 1})), (types.MappingProxyType({'b': 1}), f), (f, [('a', 2)]), (f, None), (frozendict, int), (collections.Counter(a=1), f)):
    t(lambda: a | b)
print((f | {}) is f, (f | frozendict()) is f, (frozendict() | f) is f, ({} | f) is f)
t(lambda: f.__or__([]))
t(lambda: f.__ror__({'q': 1}))
t(lambda: operator.ior(f, {'x': 1}))
d = {}
d.update(f); d |= f
print(d)

#: collector
import gc, sys
print(gc.is_tracked(frozendict()), gc.is_tracked(frozendict(a=1)), gc.is_tracked(frozendict(a=[])))
print(gc.get_referents(frozendict(a=1, b=[])), gc.get_referents(frozendict({1: 2})))
gc.collect()
l = []; f = frozendict(a=l); l.append(f)
del l, f
print(gc.collect())
class S(frozendict): pass
s = S(a=[]); s['a'].append(s); s.me = s
del s
print(gc.collect())
f = frozendict(a=1)
print(sys.getrefcount(f))
x = object()
before = sys.getrefcount(x)
f = frozendict(a=x, b=x)
g = f | {'c': x}
print(sys.getrefcount(x) - before)
del f, g
print(sys.getrefcount(x) - before)

#: deep
f = None
for i in range(100000): f = frozendict(a=f)
del f
print('freed')

#: addresses
a = frozendict({'x': 1}); i = id(a); del a
b = frozendict({'y': 1})
print(id(b) == i)
del b
c = {'z': 1}
print(id(c) == i)

#: copies
import copy, json, weakref, dataclasses, reprlib
f = frozendict(a=1)
print(f.copy() is f, copy.copy(f) is f, copy.deepcopy(f) is f, copy.deepcopy(f))
g = frozendict(a=[1])
h = copy.deepcopy(g)
print(h, h is g, h['a'] is g['a'])
class S(frozendict): pass
s = S(f); s.x = 1
print(type(s.copy()), copy.copy(s), copy.copy(s).x, type(copy.deepcopy(s)))
print(f.__getnewargs__(), f.__reduce_ex__(2)[1:], f.__getstate__())
try: f.__reduce__()
except TypeError as e: print(e)
print(json.dumps({'x': f, 'y': frozendict()}), json.dumps(frozendict({1: frozendict()}), indent=1))
try: weakref.ref(f)
except TypeError as e: print(e)
print(weakref.ref(s)() is s)
@dataclasses.dataclass
class D: x: object
print(dataclasses.asdict(D(frozendict(q=D(1)))))

#: as_mapping
import collections.abc as A, types, string, functools
f = frozendict(a=1)
print([isinstance(f, c) for c in (A.Mapping, A.MutableMapping, A.Hashable, A.Collection, A.Reversible)])
print((lambda **k: (k, type(k)))(**f), {**f, 'b': 1}, '%(a)s' % f, '{a}'.format(**f), '{a}'.format_map(f), string.Template('$a').substitute(f))
try: (lambda a: a)(a=2, **f)
except TypeError as e: print(e)
try: (lambda a: a)(**frozendict({1: 2}))
except TypeError as e: print(e)
print(types.MappingProxyType(f), hash(types.MappingProxyType(f)) == hash(f), types.SimpleNamespace(f), functools.partial(dict, **f)())
print(type('T', (), f).a, str.maketrans(frozendict({'a': 'b'})), 'a'.translate(frozendict({97: 'q'})))
print(frozendict[int, str], frozendict[int, str](a=1), frozendict[int] | None, isinstance(f, frozendict | int))
print(sorted(f), max(f), sum(frozendict({1: 2})), list(zip(f, f.values())), frozenset([f]))
class V: pass
try: V().__dict__ = f
except TypeError as e: print(e)

#: matching
f = frozendict(a=1, b=2)
match f:
    case {'a': x, **rest}: print('matched', x, rest, type(rest))
match f:
    case frozendict(z): print('self', z is f)
match f:
    case dict(): print('dict')
    case _: print('no dict')
match {'x': f}:
    case {'x': frozendict(a) as q}: print(a, q)

#: as_namespace
import builtins
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
B = {'__builtins__': builtins}
t(lambda: eval('a', frozendict(a=1)))
t(lambda: eval('len(a)', frozendict(B, a=[1])))
t(lambda: eval('a', {}, frozendict(a=1)))
t(lambda: exec('x = 1', frozendict(a=1)))
t(lambda: exec('a = 1', frozendict(B)))
t(lambda: exec('a = 1', {}, frozendict()))
t(lambda: exec('def q(): return zz\nprint(q())', {**B, 'zz': 5}))
t(lambda: exec('print(zz)', frozendict(B, zz=5)))
for g in ([], 1, 'a', ()):
    t(lambda: eval('1', g))
    t(lambda: exec('1', g))
import types
t(lambda: types.FunctionType((lambda: zz).__code__, frozendict(zz=4)))
