#: echo_and_underscore
x = 5
x
_
'a' 'b'
_ + 'c'
None
_
x; x + 1
_ = 'mine'
7
_
del _
8
_
print(_)
[1, 'two', 3.0, None]
_[1]
#: same_number_two_inputs
a = 257
b = 257
a is b
c = 257; d = 257
c is d
e = 'hello world'
f = 'hello world'
e is f
g = 'hello'
h = 'hello'
g is h
(1, 2) is (1, 2)
t = (1, 2)
u = (1, 2)
t is u
1.5 is 1.5
#: blocks
for i in range(3):
    i
    if i == 1:
        'one'

while True:
    break
else:
    'else'

if not False:
    'yes'
else:
    'no'

def f(a):
    """doc"""
    a
    return a * 2

f(4)
class K:
    'in class'
    5
    def m(self): return 'm'

K().m()
with __import__('contextlib').nullcontext(3) as c:
    c

try:
    1 / 0
except ZeroDivisionError as e:
    e

'end'
#: errors_go_on
undefined
1 / 0
x = 1
x
def f():
    return g()

def g():
    return [][1]

f()
'after'
#: syntax_errors
x = = 1
print('still here')
if True
y = 1 +
(1, 2
)
def f(:
    pass

  indented = 1
'unterminated
z = 5
z
#: error_in_middle_of_block
for i in range(2):
    i
    x = = 1
    i

'next'
#: counts_at_prompt
import sys
a = []
sys.getrefcount(a)
sys.getrefcount([])
[]
sys.getrefcount(_)
b = a
sys.getrefcount(a)
a
sys.getrefcount(a)
0
sys.getrefcount(a)
#: underscore_keeps_alive
class D:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'D(%s)' % self.n
    def __del__(self): print('del', self.n)

D('one')
D('two')
1
D('three');
x = D('four')
x
del x
2
#: exception_at_prompt_keeps
import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)

def f():
    d = D('local')
    raise ValueError('kept')

f()
'still held'
sys.last_value
type(sys.last_traceback).__name__
1 / 0
'replaced'
#: displayhook
import sys
def hook(v): print('hook', v)

sys.displayhook = hook
5
None
[1]
sys.displayhook = sys.__displayhook__
6
_
del sys.displayhook
7
#: excepthook
import sys
def hook(t, v, tb): print('hook', t.__name__, v)

sys.excepthook = hook
1 / 0
x = =
sys.excepthook = sys.__excepthook__
1 / 0
#: repr_that_raises
class R:
    def __repr__(self): raise ValueError('in repr')

R()
_
'next'
class N:
    def __repr__(self): return 5

N()
#: file_names
import sys
sys._getframe().f_code.co_filename
def f(): return 1

f.__code__.co_filename
f.__code__.co_firstlineno
sys._getframe().f_code.co_name
__name__
#: semicolons_and_comments
1; 2; 3
# a comment
4  # trailing
'''triple
quoted'''
(5 +
 6)
x = [
    1,

    2,
]
x
\
7
#: long_lines_of_traceback
def f(a, b):
    return (a +
            b.missing)

def g():
    try:
        f(1, 2)
    except AttributeError as e:
        raise ValueError('again') from e

g()
#: system_exit
print('before')
try:
    raise SystemExit(4)
finally:
    print('finally')

print('not reached')
#: del_at_exit
class D:
    def __del__(self): print('del at exit')

d = D()
import atexit
atexit.register(print, 'atexit')
#: decorators_and_async
def deco(f): return f

@deco
def h(): return 'decorated'

h()
async def c(): return 5

try: c().send(None)
except StopIteration as e: e.value

(lambda: 5)()
match = 5
match
#: annotations_and_globals
x: int = 5
x
y: str
__annotations__ if '__annotations__' in globals() else 'none'
sorted(n for n in globals() if not n.startswith('_'))
__builtins__
__doc__
#: multi_line_string_error
def f():
    raise KeyError('''two
lines''')

f()
assert False, 'message'
raise Exception
#: nested_functions_over_inputs
def counter():
    n = 0
    def add():
        nonlocal n
        n += 1
        return n
    return add

c = counter()
c()
c()
c.__closure__[0].cell_contents
#: warnings_at_prompt
import warnings
warnings.warn('told')
'x' is 'y'
'\d'
assert (1, 'x')
