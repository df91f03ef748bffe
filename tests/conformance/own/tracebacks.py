#: zero_division
def f(x):
    return 1 / x
print('a')
f(0)
#: name_error
value = 1
print(vale)
#: name_error_builtin
pint('x')
#: name_error_local
def f():
    count = 1
    return coutn
f()
#: name_error_self
class C:
    def __init__(self):
        self.items = []
    def add(self, x):
        items.append(x)
C().add(1)
#: name_error_module
print(sys.path)
#: unbound_local
x = 1
def f():
    x += 1
f()
#: unbound_local_del
def f():
    x = 1
    del x
    print(x)
f()
#: free_variable
def f():
    def g():
        return x
    g()
    x = 1
f()
#: attribute_error
class Point:
    def __init__(self):
        self.value = 1
Point().valeu
#: attribute_error_builtin
[].apend(1)
#: attribute_error_none
x = None
x.foo
#: attribute_error_module
import math
math.sqr(2)
#: attribute_error_type
class C: pass
C.foo
#: attribute_set_error
object().x = 1
#: attribute_set_slots
class C:
    __slots__ = ('name',)
C().nam = 1
#: key_error
d = {'a': 1}
d['b']
#: index_error
l = [1, 2]
l[5]
#: type_error_add
x = 1
y = 'a'
z = x + y
#: type_error_call
def f(a, b): pass
f(1)
#: type_error_call_many
def f(a): pass
f(1, 2, 3)
#: type_error_keyword
def f(alpha=1): pass
f(alhpa=2)
#: type_error_not_callable
x = 5
x()
#: type_error_not_subscriptable
x = 5
x[0]
#: type_error_not_iterable
for i in 5:
    pass
#: type_error_unpack
a, b = 1
#: value_error_unpack
a, b = [1, 2, 3]
#: value_error_int
int('abc')
#: import_error
import no_such_module_here
#: import_error_from
from math import sqroot
#: assertion
x = 1
assert x == 2, 'x should be 2'
#: assertion_plain
assert 1 > 2
#: raise_custom
class MyError(Exception):
    pass
raise MyError('message', 2)
#: raise_no_args
raise ValueError
#: raise_not_exception
raise 'string'
#: reraise_nothing
raise
#: chained_from
try:
    1 / 0
except ZeroDivisionError as e:
    raise ValueError('bad') from e
#: chained_context
try:
    1 / 0
except ZeroDivisionError:
    {}['x']
#: chained_none
try:
    1 / 0
except ZeroDivisionError:
    raise ValueError('bad') from None
#: chained_three
def a():
    raise KeyError('a')
def b():
    try:
        a()
    except KeyError:
        raise ValueError('b')
try:
    b()
except ValueError as e:
    raise TypeError('c') from e
#: recursion
def f(n):
    return f(n + 1)
f(0)
#: recursion_mutual
def f(n): g(n)
def g(n): f(n)
f(1)
#: multi_line_call
def f(a, b):
    return a / b
x = f(
    1,
    0,
)
#: multi_line_expression
x = 0
y = (1 +
     2 /
     x)
#: nested_expression
a = {'k': [1, 2]}
print(a['k'][5] + 1)
#: method_chain
class A:
    def m(self): return None
A().m().n().p()
#: subscript_chain
d = {'x': {'y': None}}
d['x']['y']['z']
#: binary_op_anchor
a = 1
b = None
c = a + b * 2
#: binary_op_spaces
aa = 10
bb = 'x'
print(aa   -   bb)
#: call_anchor
def ff(*a): raise ValueError
x = ff(1)(2) if ff(1, 2) else 3
#: lambda_frame
f = lambda x: x / 0
f(1)
#: list_comprehension
l = [1, 0]
x = [1 / i for i in l]
#: nested_comprehension
def f(x):
    return [[1 / j for j in range(i)] for i in range(x)]
f(2)
#: generator_frame
def g():
    yield 1
    raise ValueError('in gen')
for x in g():
    print(x)
#: generator_expression
list(1 / x for x in [1, 0])
#: class_body
class C:
    x = 1
    y = x / 0
#: decorator
def deco(f):
    raise TypeError('no')
@deco
def g():
    pass
#: default_argument
def f(x=1 / 0):
    pass
#: with_statement
class M:
    def __enter__(self): raise OSError('enter')
    def __exit__(self, *a): pass
with M() as m:
    pass
#: with_body
class M:
    def __enter__(self): return self
    def __exit__(self, *a): print('exit', a[0].__name__)
with M():
    x = 1
    y = x / 0
#: with_exit_raises
class M:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError('exit')
with M():
    1 / 0
#: finally_raises
try:
    1 / 0
finally:
    raise ValueError('finally')
#: sort_key
def key(x):
    return x / 0
sorted([1, 2], key=key)
#: property_error
class C:
    @property
    def p(self):
        return self.q
C().p
#: init_error
class C:
    def __init__(self, n):
        self.n = int(n)
C('x')
#: super_init
class A:
    def __init__(self, x): raise ValueError(x)
class B(A):
    def __init__(self):
        super().__init__('from A')
B()
#: del_name
x = 1
del x
del x
#: exec_string
exec('x = 1\ny = 1 / 0')
#: eval_string
eval('1 +')
#: compile_named
c = compile('def f():\n    return 1 / 0\n', 'named.py', 'exec')
exec(c)
f()
#: augmented
x = 'a'
x -= 1
#: comparison
1 < 'a'
#: unary
-'a'
#: matmul
[1] @ [2]
#: power
'a' ** 2
#: contains
1 in 5
#: subscript_assign
t = (1, 2)
t[0] = 5
#: subscript_delete
t = (1, 2)
del t[0]
#: slice_error
[1, 2]['a':]
#: fstring_error
x = 1
print(f'{x.y} and {x}')
#: format_error
'{:d}'.format('a')
#: fstring_format
x = 'a'
f'{x:d}'
#: star_call
def f(): pass
f(*5)
#: double_star_call
def f(): pass
f(**5)
#: kw_duplicate
def f(a): pass
f(1, a=2)
#: missing_kwonly
def f(*, a, b): pass
f()
#: builtin_args
len(1, 2)
#: builtin_method_args
'abc'.replace('a')
#: class_args
class C: pass
C(1)
#: abstract
import abc
class A(abc.ABC):
    @abc.abstractmethod
    def run(self): ...
A()
#: metaclass_conflict
class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
#: mro_error
class A: pass
class B(A): pass
class C(A, B): pass
#: stop_iteration
next(iter([]))
#: stop_iteration_in_generator
def g():
    yield next(iter([]))
list(g())
#: system_exit_text
raise SystemExit('goodbye')
#: system_exit_code
import sys
print('x')
sys.exit(7)
#: keyboard_interrupt_like
class Stop(BaseException): pass
raise Stop('now')
#: error_with_newlines
raise ValueError('line one\nline two')
#: error_str_raises
class E(Exception):
    def __str__(self): raise ValueError
raise E
#: error_unicode
raise ValueError('héllo 中文 😀')
#: wide_characters_caret
x = '中文' + 5
#: long_line
some_long_name = 1
result = some_long_name + some_long_name + some_long_name + some_long_name + some_long_name + None
#: indented_deep
def f():
    if True:
        for i in range(1):
            while True:
                return [i][i + 1]
f()
#: same_line_repeated
def f(n):
    if n: f(n - 1)
    else: raise ValueError
f(8)
#: two_statements_line
x = 1; y = x / 0; z = 2
#: semicolon_and_comment
x = [1][1]  # comment here
#: ternary
x = 1 if [][0] else 2
#: walrus
if (n := int('x')) > 1: pass
#: return_tuple
def f():
    return 1, 2, {}['k']
f()
#: dict_literal
d = {
    'a': 1,
    'b': 1 / 0,
}
#: unhashable
d = {[1]: 2}
#: unhashable_set
s = {1, [2]}
#: import_cycle_like
import sys
sys.nope
#: global_statement
def f():
    global zzz
    return zzz
f()
#: exception_group
raise ExceptionGroup('many', [ValueError(1), TypeError('t')])
#: exception_group_nested
try:
    raise ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [KeyError('k')])])
except* TypeError:
    pass
#: notes
e = ValueError('v')
e.add_note('note one')
e.add_note('note two\nsecond line')
raise e
#: match_error
match 1:
    case x.y:
        pass
#: async_not_awaited
async def f(): pass
f()
print('end')
#: await_wrong
async def f():
    await 5
f().send(None)
#: dataclass_missing
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int = 2
P()
#: enum_value
import enum
class C(enum.Enum):
    A = 1
C(5)
#: json_error
import json
json.loads('[1,')
#: float_overflow
2.0 ** 10000
#: int_too_large
float(10 ** 400)
#: unicode_encode
'\u20ac'.encode('latin-1')
#: unicode_decode
b'\xff\xfe'.decode('utf-8')
#: open_missing
open('no_such_file.txt')
#: from_future
from __future__ import braces
#: memory_error_like
raise MemoryError
#: not_implemented
class A:
    def m(self): raise NotImplementedError('m')
A().m()
#: exit_in_function
def f():
    exit_code = 3
    raise SystemExit(exit_code)
try:
    f()
finally:
    print('finally')
#: traceback_of_property_setter
class C:
    x = property(lambda s: 1)
C().x = 2
#: descriptor_set
class D:
    def __set__(self, o, v): raise AttributeError('read only')
class C:
    d = D()
C().d = 1
#: getattr_raises
class C:
    def __getattr__(self, n): raise AttributeError(n)
C().foo
#: getattr_recursion
class C:
    def __getattr__(self, n): return self.other
try:
    C().foo
except RecursionError as e:
    print(type(e).__name__)
#: warn_stderr
import warnings
warnings.warn('careful')
print('x')
#: is_literal
x = 5
if x is 5: print('yes')
#: invalid_escape
x = '\d'
print(x)
#: assert_tuple
assert (1, 'msg')
print('ok')
#: tuple_call_missing_comma
x = [(1, 2) (3, 4)]
#: str_index_warning
'abc'['d']
#: excepthook_of_what_is_no_exception
import sys
class B(BaseException): pass
def told(*a): print(sys.excepthook(*a), file=sys.stderr)
told((None,) * 3, (None,) * 3, (None,) * 3)
told(1, 2, 3)
told(ValueError, B, None)
told(ValueError, None, None)
told(None, ValueError(3), None)
told(KeyError, ValueError(3), 3)
def f(): raise KeyError(1)
try: f()
except KeyError as e: tb = e.__traceback__
error = ValueError(3)
told(None, error, tb)
print(error.__traceback__ is tb)
told(None, error, tb.tb_next)
print(error.__traceback__ is tb)
