#: immortal_or_not
import sys
def imm(o): return sys.getrefcount(o) > 100000000
n = int('1000')
print([imm(o) for o in (None, True, False, ..., NotImplemented, 0, 256, -5, 257, n, (), '', b'', 'a', 'é', '€', b'a', 1.0, 0.0, frozenset())])
print([imm(o) for o in (int, str, type, object, len, [].append, sys, print, Exception, type(None), type(len))])
#: none_count_moves
import sys
a = sys.getrefcount(None)
l = [None] * 1000
b = sys.getrefcount(None)
print(b - a)
a = sys.getrefcount(1)
l = [1] * 1000
print(sys.getrefcount(1) - a)
a = sys.getrefcount(())
l = [()] * 1000
print(sys.getrefcount(()) - a)
a = sys.getrefcount('q')
l = ['q'] * 1000
print(sys.getrefcount('q') - a)
#: exact_counts
import sys
print(sys.getrefcount(None) if sys.version_info >= (3, 12) else 'counts move')
print(sys.getrefcount(int) == sys.getrefcount(str) if sys.version_info >= (3, 12) else 'counts move')
print(sys.getrefcount(0) == sys.getrefcount(200) if sys.version_info >= (3, 12) else 'counts move')
#: counts_of_static_types
import sys
a = sys.getrefcount(int)
class I(int): pass
print(sys.getrefcount(int) - a)
l = [int] * 10
print(sys.getrefcount(int) - a)
del l, I
import gc; gc.collect()
print(sys.getrefcount(int) - a)
#: counts_of_heap_types
import sys
class A: pass
a = sys.getrefcount(A)
x = A()
print(sys.getrefcount(A) - a)
class B(A): pass
print(sys.getrefcount(A) - a)
l = [A] * 4
print(sys.getrefcount(A) - a)
#: interned_constants
import sys
def imm(o): return sys.getrefcount(o) > 100000000
print(imm("qjzk_unusual"), imm("with space"), imm('a' * 3), imm('x' * 30), imm('-'), imm('é'))
s = ''.join(['make', 'd'])
print(imm(s), imm(sys.intern(s)), sys.intern(s) is s)
def f(arg_name): loc_name = arg_name; return loc_name
print([imm(v) for v in f.__code__.co_varnames], imm(f.__code__.co_name), imm(f.__code__.co_filename))
print(imm(f.__code__.co_consts[0]), imm(f.__code__.co_varnames), imm(f.__code__))
#: interned_in_containers
import sys
def imm(o): return sys.getrefcount(o) > 100000000
d = {'key_one': 1, 'key two': 2}
print([imm(k) for k in d])
class C: pass
c = C()
c.attr_x = 1
setattr(c, 'attr ' + 'y', 2)
setattr(c, 'attr_' + str(len('z')), 3)
print([imm(k) for k in c.__dict__])
print([imm(k) for k in C.__dict__ if k in ('__dict__', '__doc__')], imm(C.__module__))
exec('dyn_name = 1')
print([imm(k) for k in globals() if k.startswith('dyn')])
t = type('Dyn' + 'Type', (), {'m' + str(1): 0})
print(imm(t.__name__), [imm(k) for k in t.__dict__ if k.startswith('m')])
kw = (lambda **k: k)(**{'kw' + str(1): 1})
print([imm(k) for k in kw])
#: constants_of_code
import sys
def imm(o): return sys.getrefcount(o) > 100000000
def f(): return (1, 2), 'text one', 1.5, 10 ** 10, b'by', 2j, frozenset([1]) if 0 else None
for c in f.__code__.co_consts: print(repr(c), imm(c))
def g(x): return x in {1, 2, 3}
print([(type(c).__name__, imm(c)) for c in g.__code__.co_consts])
#: small_int_edges
import sys
def same(n):
    return int(str(n)) is int(str(n))
print([n for n in range(-10, 300) if same(n) != same(n + 1)])
print([n for n in range(1000, 1100) if same(n) != same(n + 1)])
print(same(-6), same(-5), same(256), same(257), same(1024), same(1025))
a, b = 250, 7
print((a + 6) is 256 if False else (a + b - 1) is (b + a - 1), (a + b) is (b + a))
#: single_characters
import sys
print([chr(n) is chr(n) for n in (0, 65, 127, 128, 255, 256, 0x4e00)])
s = 'aé€'
print([s[i] is s[i] for i in range(3)], ['xyé'[i] is chr(ord('xyé'[i])) for i in range(3)])
print(b'abc'[0:1] is b'abc'[0:1], bytes([65]) is bytes([65]), bytes([200]) is b'\xc8')
print('abc'[1] is 'b', 'ab'.replace('a', '') is 'b', ''.join('b') is 'b', 'b,c'.split(',')[0] is 'b', str('b') is 'b')
print(sys.intern('b') is 'b', ('b' * 1) is 'b', 'B'.lower() is 'b', '%s' % 'b' is 'b', f'{"b"}' is 'b')
#: empty_objects
print(tuple([]) is (), tuple(iter(())) is (), (1,)[1:] is (), () + () is (), tuple('') is (), (1, 2)[:0] is (), () * 3 is (), (5,) * 0 is ())
print(''.join([]) is '', 'abc'[3:] is '', 'a' * 0 is '', 'a'.strip('a') is '', ''.upper() is '', str(b'', 'ascii') is '', '' + '' is '', 'ab'.replace('ab', '') is '')
print(b''.join([]) is b'', b'abc'[3:] is b'', b'a' * 0 is b'', bytes(0) is b'', bytes([]) is b'', b'' + b'' is b'', ''.encode() is b'')
print(frozenset() is frozenset(()), frozenset([1]) & frozenset([2]) is frozenset(), range(0) is range(0))
#: bool_and_none_types
for t in (bool, type(None), type(...), type(NotImplemented)):
    try:
        class X(t): pass
    except TypeError as e: print(e)
    try: print(t(1))
    except TypeError as e: print(e)
    try: print(t() is t())
    except TypeError as e: print(e)
import sys
print(sys.getsizeof(None), sys.getsizeof(...), sys.getsizeof(NotImplemented), sys.getsizeof(True), sys.getsizeof(False))
try: None.x = 1
except AttributeError as e: print(e)
try: True.x = 1
except AttributeError as e: print(e)
#: ids_constant
import sys
ids = [id(None), id(True), id(()), id(''), id('a'), id(5)]
class C: pass
l = [object() for _ in range(1000)]
del l
import gc; gc.collect()
print(ids == [id(None), id(True), id(()), id(''), id('a'), id(5)])
print(id(6) - id(5), id(256) - id(255), id(0) - id(-1))
#: static_type_flags
def f(t): return bool(t.__flags__ & (1 << 8)), bool(t.__flags__ & (1 << 9)), bool(t.__flags__ & (1 << 10)), bool(t.__flags__ & (1 << 14))
class A: pass
class S: __slots__ = ()
for t in (int, bool, list, type(None), object, type, A, S, type(len), Exception, range): print(t.__name__, f(t))
#: assign_to_static_types
for t, n in ((int, 'x'), (list, 'append'), (type(None), 'y'), (object, 'z'), (type(len), 'q'), (Exception, 'w')):
    try: setattr(t, n, 1)
    except TypeError as e: print(e)
    try: delattr(t, n)
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
try: int.__name__ = 'i'
except TypeError as e: print(e)
try: int.__bases__ = ()
except TypeError as e: print(e)
try: int.__dict__['a'] = 1
except TypeError as e: print(e)
#: getrefcount_errors
import sys
for a in ((), (1, 2)):
    try: sys.getrefcount(*a)
    except TypeError as e: print(e)
try: sys.getrefcount(x=1)
except TypeError as e: print(e)
#: is_immortal_api
import sys
f = getattr(sys, '_is_immortal', None)
print(f is None or [f(o) for o in (None, 1, 1000 ** 3, 'a', (), [], int)])
g = getattr(sys, '_is_interned', None)
print(g is None or [g(o) for o in ('abc', 'a b', ''.join(['a', 'b c']), sys.intern('zz' + str(1)))])
#: floats_not_cached
def f(): return 0.5, 0.5
a, b = f()
print(a is b, float('0.5') is float('0.5'), 1.0 is float(1), float(a) is a, a + 0.0 is a, +a is a, -(-a) is a, abs(a) is a)
i = int('12345678901')
print(int(i) is i, +i is i, i + 0 is i, abs(i) is i, i * 1 is i, i | 0 is i, -(-i) is i, int('7') is 7)
s = 'some text'
print(str(s) is s, s[:] is s, s + '' is s, s * 1 is s, s.strip() is s, s.lower() is s, s.replace('q', 'r') is s, ''.join([s]) is s, '%s' % s is s, f'{s}' is s, format(s) is s)
t = tuple([1, 2])
print(tuple(t) is t, t[:] is t, t + () is t, t * 1 is t, () + t is t)
b = bytes(bytearray(b'xyz'))
print(bytes(b) is b, b[:] is b, b + b'' is b, b * 1 is b, b.strip() is b, b''.join([b]) is b)
