#: getrefcount_inside_functions
import sys
def f():
    x = []
    y = x
    return sys.getrefcount(x), sys.getrefcount([]), sys.getrefcount(y)
print(f())
def g(a, *b, **c): return sys.getrefcount(a), sys.getrefcount(b or [0]), sys.getrefcount(c)
print(g([], []), g(object(), k=1))
x = []
print(sys.getrefcount(x), g(x))
def h():
    x = []
    def k(): return sys.getrefcount(x)
    return k(), sys.getrefcount(x)
print(h())
class C:
    def m(self): return sys.getrefcount(self)
print(C().m(), [C().m() for _ in range(2)])
#: refcount_in_loops
import sys
l = [[], object(), (1, [2])]
def f(s):
    return [sys.getrefcount(x) for x in s]
print(f(l), [sys.getrefcount(x) for x in l], list(map(sys.getrefcount, l)))
def g(s):
    out = []
    for x in s: out.append(sys.getrefcount(x))
    return out
print(g(l), g(tuple(l)), g({1: l}.values()))
def h(s):
    a, b, c = s
    return sys.getrefcount(a), sys.getrefcount(c)
print(h(l))
#: refcount_of_temporaries
import sys
def f(x): return sys.getrefcount(x)
print(f([]), f(object()), f(f), sys.getrefcount(f))
print((lambda a, b=[]: (sys.getrefcount(a), sys.getrefcount(b)))([]))
print(sys.getrefcount([1][:]), sys.getrefcount({}.copy()), sys.getrefcount(str(12345)), sys.getrefcount(3.5 * len('ab')))
def g():
    for i in range(1): return sys.getrefcount(i + 1000)
print(g())
#: consts_of_a_function
def f(): return 1000, 'a b', None
def g(x):
    'doc'
    return x + 1
def h(): pass
def k(): return 5
def m(): return -1, 2 * 3, (1, 2), [1, 2, 3]
for q in (f, g, h, k, m, lambda: None): print(q.__name__, q.__code__.co_consts, q.__code__.co_names)
#: folding
def consts(src): return compile(src, 's', 'eval').co_consts
for s in ('1 + 2', '2 ** 10', "'a' * 3", "'ab' + 'cd'", '(1, 2)[0]', '-5', 'not 1', '~3', '1 < 2', '(1, (2, 3))', '[1, 2, 3][1]', "'abc'[1]", '1 if 1 else 2', '0 or 5', '1.5 * 2', '2 ** 200', "'x' * 5000", '(0,) * 300', '1 // 0', 'x in [1, 2]', 'x in {1, 2}', '10 % 3', '-(-1)', '+True', '1j * 2', 'f"{1}a"', '"a" "b"', '1 + 2 + x', 'x + 1 + 2'):
    print(s, consts(s))
#: frozen_dict_and_new_builtins
import builtins
for n in ('aiter', 'anext', 'EncodingWarning', 'BaseExceptionGroup', 'ExceptionGroup', 'PythonFinalizationError', 'frozendict', 'sentinel', 'WindowsError'): print(n, hasattr(builtins, n))
#: attribute_errors_suggest
class C:
    attribute = 1
    def method(self): pass
try: C().atribute
except AttributeError as e: print(e)
try: C.methode
except AttributeError as e: print(e)
try: [].apend
except AttributeError as e: print(e)
try: (5).foo
except AttributeError as e: print(e)
try: None.x
except AttributeError as e: print(e)
try: len.x
except AttributeError as e: print(e)
import math
try: math.sqroot
except AttributeError as e: print(e)
#: uncaught_suggestion_name
value_of_it = 1
print(valu_of_it)
#: uncaught_suggestion_attribute
class C:
    def __init__(self): self.colour = 1
C().color
#: uncaught_self_suggestion
class C:
    def __init__(self): self.count = 1
    def m(self): return count
C().m()
#: uncaught_import_suggestion
from sys import getsizeoff
#: uncaught_keyword_argument
def f(number, text): pass
f(numbr=1, text=2)
#: uncaught_notes_and_groups
e = ValueError('with notes')
e.__notes__ = ['first note', 'second\nnote']
raise e
#: uncaught_group
raise ExceptionGroup('several', [ValueError('one'), ExceptionGroup('inner', [KeyError('k'), TypeError('t')])])
#: uncaught_deep_recursion
def f(n):
    if n == 0: raise ValueError('bottom')
    f(n - 1)
f(20)
#: uncaught_multiline_expression
x = {'a': {'b': None}}
y = (x['a']
      ['b']
      ['c'])
#: uncaught_carets
def f(a, b):
    return a.x + b[0] * (a / 0)
class K: x = 1
f(K, [1])
#: finally_return_warning
def f():
    try: return 1
    finally: return 2
print(f())
def g():
    for i in range(2):
        try: continue
        finally: break
    return i
print(g())
#: except_without_parentheses
try: exec('try: 1/0\nexcept ValueError, ZeroDivisionError: print("caught")')
except SyntaxError as e: print(e.msg)
try: exec('try: 1/0\nexcept ValueError, ZeroDivisionError as e: print("caught")')
except SyntaxError as e: print(e.msg)
#: annotations_lazily
class K:
    x: later
    y: int = 1
try: print(sorted(K.__annotations__))
except NameError as e: print(e)
#: annotations_order
try:
    def f(a: print('a'), b: print('b') = print('default')) -> print('r'): pass
    print('defined')
    print(f.__annotations__)
except NameError as e: print(e)
#: annotations_future
from __future__ import annotations
def f(a: undefined, b: 1 + 2 = 3) -> list[int]: x: nothing = 1
print(f.__annotations__)
class K:
    v: some.thing[1]
print(K.__annotations__)
#: annotate_function
def f(a: int, b: str = '') -> None: pass
print(f.__annotations__)
try: print(f.__annotate__(1))
except AttributeError as e: print(e)
try: print(f.__annotate__(2))
except (AttributeError, NotImplementedError) as e: print(type(e).__name__, e)
f.__annotations__ = {'z': 1}
print(f.__annotations__)
del f.__annotations__
print(f.__annotations__)
#: string_methods_of_releases
for n in ('removeprefix', 'removesuffix', 'isascii'): print(n, hasattr(str, n), hasattr(bytes, n))
import math, itertools, functools
for m, n in ((math, 'lcm'), (math, 'cbrt'), (math, 'sumprod'), (math, 'fma'), (itertools, 'pairwise'), (itertools, 'batched'), (functools, 'cache'), (functools, 'Placeholder'), (int, 'bit_count'), (int, 'is_integer'), (float, 'from_number'), (dict, '__or__'), (list, '__class_getitem__')): print(n, hasattr(m, n))
#: int_string_limit
import sys
print(hasattr(sys, 'get_int_max_str_digits'))
try: print(len(str(10 ** 5000)))
except ValueError as e: print(e)
try: print(int('1' * 5000) % 7)
except ValueError as e: print(e)
#: sys_facts
import sys
print(sys.version_info[:2], sys.implementation.name, sys.implementation.cache_tag, sys.hexversion >> 16, sys.api_version)
print(sys.int_info.bits_per_digit, sys.maxsize, sys.maxunicode, sys.float_info.dig, sys.hash_info.width)
print(sys.getsizeof(sys.flags) > 0, sys.flags.dev_mode, sys.byteorder, sys.platform)
#: dict_sizes_by_release
import sys
print([sys.getsizeof(dict.fromkeys(range(n))) for n in (0, 1, 5, 6, 10, 11, 21, 22, 43)])
print([sys.getsizeof({str(i): i for i in range(n)}) for n in (0, 1, 5, 6, 10, 11, 21, 22, 43)])
class C:
    def __init__(self, n):
        for i in range(n): setattr(self, 'a%d' % i, i)
print([sys.getsizeof(C(n).__dict__) for n in (0, 1, 5, 6, 7, 10, 30)])
d = {'a': 1}; d.pop('a'); d['b'] = 2
print(sys.getsizeof(d), sys.getsizeof(dict(a=1, b=2)), sys.getsizeof({**d}), sys.getsizeof(d.copy()))
#: object_sizes_by_release
import sys
class P: pass
class Q:
    def __init__(self): self.a = self.b = self.c = 1
def f(): pass
print([sys.getsizeof(o) for o in (P(), Q(), P, f, f.__code__.co_consts, len, [].append, P.__init__, f.__get__(1), Exception(), OSError(), KeyError('a'), range(3), slice(1), property(), staticmethod(f), classmethod(f), super(P, P()), object(), type('X', (), {}))])
#: traceback_of_syntax_error_in_exec
exec('x = 1\nif x\n  y')
#: unraisable_in_del
class D:
    def __del__(self): raise ValueError('in del')
d = D()
del d
print('goes on')
#: unraisable_in_weakref_callback
import weakref
class D: pass
d = D()
def cb(r): 1 / 0
r = weakref.ref(d, cb)
del d
print('goes on')
#: exit_with_message
import sys
print('before')
sys.exit('message for stderr')
#: exit_codes
import sys
class D:
    def __del__(self): print('del at exit')
d = D()
import atexit
atexit.register(print, 'atexit one')
atexit.register(print, 'atexit two')
try: sys.exit(3)
finally: print('finally')
#: raise_from_at_top
try: {}['missing']
except KeyError as e:
    raise ValueError('converted') from e
#: raise_during_handling
try: {}['missing']
except KeyError:
    raise ValueError('second')
#: assertion_forms
assert 1 == 1
try: assert False, ('tuple', 'message')
except AssertionError as e: print(e.args)
assert [] == [1], f'lists differ: {[]}'
#: unicode_in_traceback
def fünf(größe): return größe / 0
fünf('中文' and 5)
#: rules_that_changed
import inspect
def made():
    def b(): yield g
    g = b()
    return b, g
b, g = made(); print(inspect.getgeneratorstate(g))
g = b(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g))
d = dict.fromkeys(range(10))
for i in range(7): del d[i]
its = (reversed(d), reversed(d.keys()), reversed(d.values()), reversed(d.items()))
for it in its: next(it)
d.clear(); d.update(dict.fromkeys(range(10)))
for i in range(3, 10): del d[i]
for it in its:
    try: print(list(it))
    except RuntimeError as e: print(e)
import warnings
for s in ("'\\z'", "'''\n\\z'''", "b'\\z'", "b'''\n\\z'''", "x = '\\z'", "'a' '\\z'", "f('\\z')", "'\\407'", "(1, '\\z', 2)", "f'\\z'", "f'{1}\\z'", "'''\n\\z\\y'''"):
    for mode in ('eval', 'exec', 'single'):
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter('always')
            try: compile(s, 'f', mode)
            except SyntaxError as e: print('SE', end=' ')
        print(len(w), end=' ')
        for x in w: print(x.lineno, str(x.message)[:60], end=' ')
        print()
class L:
    def __len__(self): return 5
    def __getitem__(self, i): return i*2
class BD(dict): pass
for v in ({1: 2, 3: 4, 5: 6}, BD({1: 2, 3: 4, 5: 6}), L(), [1, 2, 3], (1, 2, 3), 'abc', {1, 2, 3}, range(3)):
    try: a, b = v
    except ValueError as e: print(e)
r = iter(range(2**62, 2**62 + 10))
try: r.__setstate__(2**70); print(list(r))
except Exception as e: print(type(e), e)
r = iter(range(10))
for s in (2**70, -2**70, 2**64):
    try: r.__setstate__(s); print(r.__reduce__()[1:], list(r))
    except Exception as e: print(type(e).__name__, e)
print(complex.real, complex.imag, type(complex.real).__name__, complex(1, 2).real)
try: (1j).real = 3
except AttributeError as e: print(e)
t = types = type
w0 = warnings.catch_warnings(record=True)
with w0 as w:
    warnings.simplefilter('always')
    type('MyClass', (), {1: 2})
    print([(x.category.__name__, str(x.message)) for x in w])
class I(int):
    def __repr__(self): return 'I(%d)' % self
    def __pow__(self, other, mod=None): return I(pow(int(self), int(other), mod if mod is None else int(mod)))
    def __rpow__(self, other, mod=None): return I(pow(int(other), int(self), mod if mod is None else int(mod)))
for a in ((2, I(3), 5), (2, 3, I(5)), (I(2), 3, 5), (I(2), I(3), 5), (2, I(3)), (2.0, I(3), 5)):
    try: print(repr(pow(*a)))
    except Exception as e: print(type(e), e)
import re
for p in (r'a\z', r'a\Z', r'a\y'):
    try: print(re.findall(p, 'ba\nba'))
    except re.error as e: print(e)
class BadI:
    def __index__(self): return True
class Tr:
    def __trunc__(self): return BadI()
warnings.simplefilter('ignore')
class I:
    def __int__(self): return 7
class Of:
    def __init__(self, r): self.r = r
    def __trunc__(self): return self.r
for x in (Tr(), Of(I()), Of(3), Of(True), Of('a')):
    try: print(int(x))
    except Exception as e: print(type(e), e)
def deep(n):
    t = ()
    for i in range(n): t = (t,)
    return t
print(hash(deep(20)) == hash(deep(20)))
#: dataclass_arguments_of_releases
import dataclasses, functools
def told(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
for kw in ({'slots': True}, {'kw_only': True}, {'match_args': False}, {'weakref_slot': True}, {'frozen': True}, {'nonsense': 1}):
    def make():
        @dataclasses.dataclass(**kw)
        class P:
            x: int
            y: int = dataclasses.field(default=3, repr=False)
        return P(x=1), hasattr(P, '__match_args__')
    told(make)
told(lambda: dataclasses.field(kw_only=True) and 0)
@dataclasses.dataclass
class Q:
    x: int
print(Q(1), getattr(Q, '__match_args__', None), Q.__doc__)
M = dataclasses.make_dataclass('M', ['a', ('b', int, 3)])
print(M(1), getattr(M, '__match_args__', None))
print(hasattr(functools, 'cache'))

#: special_methods_that_give_something_else
class N:
    def __repr__(self): return 1
    __str__ = __format__ = __bytes__ = lambda s, *a: 1
    __bool__ = lambda s: 3
    __index__ = __int__ = __float__ = __complex__ = lambda s: 'x'
    __iter__ = lambda s: 1
class I(int): pass
class O:
    __index__ = __int__ = lambda s: I(1)
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
n = N()
for f in (repr, str, lambda n: format(n, ''), bytes, bool, lambda n: [1][n], int, float, complex, iter, lambda n: f'{n!r}', ascii, range, hex, lambda n: '%s' % n, list): t(lambda: f(n))
N.__module__ = 'elsewhere'
t(lambda: repr(n))
import warnings
warnings.simplefilter('error')
t(lambda: int(O()))
t(lambda: [1, 2][O()])

#: bounds_of_slices
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for f in (lambda: [1, 2]['a':], lambda: (1,)[1:'z'], lambda: [1].index(1, 'a'), lambda: 'abc'.find('a', 'b'), lambda: slice('a', 2).indices(3), lambda: b'a'.find(b'a', 'q'), lambda: range(3)['a':], lambda: [1][::'a']): t(f)
