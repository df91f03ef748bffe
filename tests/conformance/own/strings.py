#: literals_same_code
a = 'hello'
b = 'hello'
print(a is b)
c = 'hello world!'
d = 'hello world!'
print(c is d)
def f(): return 'hello world!'
print(f() is c, f() is f())
#: interning_by_content
import sys
def mk(s): return ''.join(list(s))
for s in ('abc', 'a_1', '', 'a', 'é', 'a b', 'x' * 20):
    print(ascii(s), mk(s) is mk(s), sys.intern(mk(s)) is sys.intern(mk(s)), mk(s) is sys.intern(s))
#: constants_across_functions
def f(): return 'identifier_like'
def g(): return 'identifier_like'
def h(): return 'not identifier-like'
def k(): return 'not identifier-like'
print(f() is g(), h() is k())
exec("x = 'identifier_like'; y = 'not identifier-like'")
print(f() is x, h() is y)
#: folding_of_strings
def f(): return 'ab' + 'cd', 'ab' * 3, 'a' 'b', 'x' * 20, 'x' * 21, 'x' * 4096, 'x' * 4097, 'abc'[1], '%s' % 'a'
r = f()
s = f()
print([a is b for a, b in zip(r, s)])
print([len(c) if isinstance(c, str) else c for c in f.__code__.co_consts])
#: folded_is_interned
a = 'foo' + 'bar'
b = 'foobar'
c = ''.join(['foo', 'bar'])
print(a is b, a is c)
d = 'foo'
d += 'bar'
print(d is b, d == b)
#: single_characters
s = 'hello'
print(s[0] is 'h' if False else s[0] is chr(104), s[1:2] is s[1], chr(233) is chr(233), '\xe9x'[0] is chr(233), chr(256) is chr(256), '\u20ac'[0] is '\u20ac'[0])
print([c is chr(ord(c)) for c in 'a\x7f\x80\xff'])
print(''.join('a') is chr(97), 'abc'.replace('bc', '') is chr(97), str('a') is chr(97), 'A'.lower() is chr(97), 'a'.upper() is 'A')
#: empty_string
e = ''.join([])
print(e is str(), e is 'abc'[3:], e is 'a' * 0, e is ''.strip(), e is 'aa'.replace('a', ''), e is b''.decode(), e is 'x'[:0], e is ''.join(['']))
#: methods_returning_self
s = ''.join(['so', 'me text'])
print(str(s) is s, s[:] is s, s.strip() is s, s.replace('zzz', '') is s, s + '' is s, '' + s is s, s * 1 is s, s.lower() is s, '%s' % s is s, f'{s}' is s, '{}'.format(s) is s, s.ljust(2) is s, s.zfill(2) is s, s.center(1) is s, s.expandtabs() is s, s.title() is s, ''.join([s]) is s, s.lstrip('q') is s, s.split('zz')[0] is s, s.partition('zz')[0] is s, s.translate({}) is s, format(s) is s, format(s, '') is s, s.removeprefix('x') is s if hasattr(s, 'removeprefix') else None, s.encode().decode() is s)
class S(str): pass
t = S('abc')
print(str(t) is t, t[:] is t, type(t + ''), type(t * 1), type(t.strip()), type(t[:]), type(str(t)), type('%s' % t), type(f'{t}'))
#: names_are_interned
class C:
    attr = 1
c = C()
c.other = 2
k1, k2 = list(c.__dict__)[0], ''.join(['oth', 'er'])
setattr(c, k2, 3)
print(k1 is list(c.__dict__)[0], k1 is 'other' if False else k1 is __import__('sys').intern('other'))
def f(parameter): local_name = 1
print(f.__code__.co_varnames[0] is __import__('sys').intern('parameter'), f.__name__ is __import__('sys').intern('f'))
globals()[''.join(['dyn', 'amic'])] = 1
print([n is __import__('sys').intern(n) for n in globals() if n == 'dynamic'])
#: kwargs_interned
def f(**kw): return list(kw)[0]
a = f(some_key=1)
b = f(some_key=2)
print(a is b)
k = ''.join(['some', '_key'])
print(f(**{k: 1}) is k, f(**{k: 1}) is a)
#: concat_in_loop_ids
def f():
    s = ''.join(['x'] * 50)
    n = 0
    for i in range(200):
        before = id(s)
        s += 'y'
        if id(s) == before: n += 1
    return n > 100, len(s)
print(f())
#: concat_with_second_reference
def f():
    s = ''.join(['x'] * 600)
    t = s
    s += 'y'
    return s is t, len(t), len(s)
print(f())
def g():
    s = ''.join(['x'] * 600)
    l = [s]
    s += 'y'
    return len(l[0])
print(g())
#: refcount_of_strings
import sys
s = ''.join(['dyn', 'amic string'])
l = [s] * 3
d = {s: s}
print(sys.getrefcount(s))
del d, l
print(sys.getrefcount(s))
#: intern_refcounts
import sys
s = sys.intern(''.join(['my', 'name', 'here']))
t = sys.intern(''.join(['my', 'name', 'here']))
print(s is t)
try:
    sys.intern(1)
except TypeError as e:
    print(e)
class S(str): pass
try:
    sys.intern(S('a'))
except TypeError as e:
    print(e)
try:
    sys.intern()
except TypeError as e:
    print(e)
#: dict_lookup_by_equal
d = {'key': 1}
k = ''.join(['k', 'ey'])
print(k in d, d[k], k is list(d)[0])
d[k] = 2
print(list(d)[0] is k, d)
#: split_results
l = 'a,bb,a,bb'.split(',')
print(l[0] is l[2], l[1] is l[3])
l = list('aa\u20ac\u20ac')
print(l[0] is l[1], l[2] is l[3])
#: bytes_identity
print(b'' is bytes(), b'a'[0:1] is bytes([97]), b'abc'[1:2] is b'b', bytes(b'xy') is bytes(b'xy'))
b = bytes([1, 2, 3])
print(bytes(b) is b, b[:] is b, b + b'' is b, b'' + b is b, b * 1 is b, b.strip() is b, b.replace(b'z', b'') is b, b''.join([b]) is b)
x = b'const'
def f(): return b'const'
print(f() is x)
exec("y = b'const'")
print(x is y)
#: kinds_after_operations
import sys
s = 'abc\u20ac'
print(sys.getsizeof(s[:3]) == sys.getsizeof('abc'), sys.getsizeof(s.replace('\u20ac', 'd')) == sys.getsizeof('abcd'), sys.getsizeof('abc' + '\xe9') - sys.getsizeof('abc'), sys.getsizeof(('x' + '\U0001f600')[0]) == sys.getsizeof('x'))
#: hash_and_equality
print(hash('') == 0, hash('abc') == hash(''.join('abc')), 'abc' == 'abc', 'a' < 'b' < 'c', 'Z' < 'a', '' < 'a', 'abc' < 'abcd', '\xe9' > 'z')
#: docstrings
def f():
    """Doc of f."""
def g():
    'Doc of f.'
class C:
    """Doc of C."""
print(f.__doc__ is g.__doc__, f.__doc__ == g.__doc__, C.__doc__, (lambda: 'x').__doc__)
def h():
    """Indented
        more
    less
    """
print(repr(h.__doc__))
#: fstring_pieces
def f(x): return f'a{x}b', f'{x}', f'lit', f'{x!r:>5}', f'{x:{x}}' if isinstance(x, int) else None
print(f(3), f('s'), f.__code__.co_consts)
#: compile_constants_shared
c1 = compile("x = 'some const'; y = 'some const'", 'a', 'exec')
c2 = compile("x = 'some const'", 'a', 'exec')
n1, n2 = {}, {}
exec(c1, n1); exec(c2, n2)
print(n1['x'] is n1['y'], n1['x'] is n2['x'])
c3 = compile("x = 'someconst'", 'a', 'exec')
c4 = compile("x = 'someconst'", 'a', 'exec')
exec(c3, n1); exec(c4, n2)
print(n1['x'] is n2['x'])
#: eval_constants
a = eval("'eval_name'")
b = eval("'eval_name'")
c = eval("'eval text!'")
d = eval("'eval text!'")
print(a is b, c is d, a is 'eval_name' if False else a is __import__('sys').intern('eval_name'))
print(eval('1000') is eval('1000'), eval('(1, 2)') is eval('(1, 2)'))
#: tuples_of_constants
def f(): return (1, 'a', 2.5)
def g(): return (1, 'a', 2.5)
print(f() is f(), f() is g())
a = (1, 2, 3)
b = (1, 2, 3)
print(a is b)
c = ('x', ('y', 'z'))
d = ('x', ('y', 'z'))
print(c is d, c[1] is d[1])
e = (1, [])
f = (1, [])
print(e is f)
#: strings_in_tuples_interned
def f(): return ('one_name', 'two words')
def g(): return ('one_name', 'two words')
print(f()[0] is g()[0], f()[1] is g()[1])
def h(x): return x in {'one_name', 'two words'}
print([type(c).__name__ for c in h.__code__.co_consts])
def k(x): return x in ['one_name', 'two words'], x in (1, 2)
print(k.__code__.co_consts)
#: unicode_identifiers
été = 1
print(été, 'été' in globals())
ﬁ = 2
print('fi' in globals(), fi)
#: str_errors
for f in (lambda: 'a' + 1, lambda: 'a' * 'b', lambda: 'abc'[5], lambda: 'abc'['x'], lambda: 'a'.foo, lambda: '%d' % 'x', lambda: '%s %s' % 1, lambda: '%s' % (1, 2), lambda: '{} {}'.format(1), lambda: '{x}'.format(), lambda: ''.join([1]), lambda: 'a'.index('b'), lambda: 'a' in 1, lambda: 1 in 'a', lambda: 'x'.split(''), lambda: str(b'x', 'nope'), lambda: '\xff'.encode('ascii'), lambda: b'\xff'.decode(), lambda: ord('ab'), lambda: chr(0x110000), lambda: '%z' % 1, lambda: '{:d}'.format('x'), lambda: '{!z}'.format(1), lambda: '{'.format(), lambda: '}'.format(), lambda: 'a'.center('b'), lambda: 'abc'.replace('a'), lambda: 'a'.startswith(1), lambda: int('a'), lambda: 'a' < 1, lambda: 'a' - 'b', lambda: -'a', lambda: 'a'(), lambda: 'a'.join(1), lambda: 'ab'.strip(1), lambda: str.upper(1), lambda: f'{1:xx}', lambda: '%c' % 'ab', lambda: '%*d' % ('a', 1), lambda: '%(a)s' % {'b': 1}, lambda: '%(a)s' % 1):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
#: concat_globals_in_place
s = ''.join(['g'] * 700)
hits = 0
for i in range(100):
    before = id(s)
    s += 'h'
    hits += id(s) == before
print(hits > 50)
#: utf8_and_ascii
s = 'caf\xe9'
print(s.isascii(), s.encode(), len(s.encode()), s.encode('latin-1'), s.encode('utf-16-le'), 'abc'.isascii())
print(ascii(s), repr('\x00\x7f\x80\xa0\xad\u200b\ud800\U0001f600'))
#: formats_with_groups_behind_the_point
for spec in ('._f', '.,f', '.3_f', '10._f', '_.3_f', ',.2,f', '.3_e', '._g', '._%', '._d', '._s', '._', '.5_', '.,_f',
             '.,.f', ',.10,f', '020,.7_f', '.0_f', '#.0_f', '._n', '.3_x', '_.3', '.', '.f'):
    for value in (1234567.12345678, 12345, 'abc', 1e20, float('nan'), 1.5+2j):
        try:
            print(spec, repr(format(value, spec)))
        except Exception as error:
            print(spec, type(error).__name__, error)
#: formats_of_texts_and_complex
for spec in ('08', '0', '05s', ' ', '+', '=5', '=s', '0s', '<08', '#', ',', '5d', '>5', 'z'):
    for value in ('abc', 1+2j, 12):
        try:
            print(spec, repr(format(value, spec)))
        except Exception as error:
            print(spec, type(error).__name__, error)
#: characters_of_percent
for value in (65, 'a', 'ab', b'a', b'ab', bytearray(b'abc'), None, 1.5, -1, 256, 10**7, 10**20, [1], {b'a': 1}):
    for spec in ('%c', b'%c'):
        try:
            print(spec, repr(spec % value))
        except Exception as error:
            print(spec, type(error).__name__, error)
for stars in ((10**20, 1.5), (-1, 1.5), (2**31, 1.5), (1.5, 1.5)):
    for spec in ('%.*f', '%*f'):
        if stars[0] == 2**31 and spec == '%*f':
            continue
        try:
            print(spec % stars)
        except Exception as error:
            print(spec, type(error).__name__, error)
