"""The programs that record.py asks CPython about: right ones and wrong ones.

right.txt and wrong.txt hold one program a line, where \\n and \\t stand for those characters.
"""
import os
import re


def lines(text):
    meaning = {'n': '\n', 't': '\t', '\\': '\\'}
    return [re.sub(r'\\([nt\\])', lambda m: meaning[m[1]], line) for line in text.strip('\n').split('\n')]


def programs(text):
    return [part.strip('\n') + '\n' for part in text.split('\n----\n')]


def listed(name):
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, name), encoding='utf-8') as file:
        return lines(file.read())


RIGHT = listed('right.txt')


RIGHT += programs('''
def fib(n):
    """Numbers."""
    a, b = 0, 1
    while n > 0:
        yield a
        a, b = b, a + b
        n -= 1


print(list(fib(10)))
----
class Node:
    count: int = 0

    def __init__(self, value, *, next=None):
        self.value = value
        self.next = next
        Node.count += 1

    @property
    def last(self):
        node = self
        while node.next is not None:
            node = node.next
        return node

    @staticmethod
    def make(*values):
        head = None
        for value in reversed(values):
            head = Node(value, next=head)
        return head
----
import sys, gc
from weakref import (
    ref,
    proxy as p,
)

a = []
a.append(a)  # a cycle
del a
print(gc.collect(), sys.getrefcount(None) > 1)
if __name__ == '__main__':
    try:
        main()
    except (KeyboardInterrupt, SystemExit) as e:
        raise
    except Exception:
        pass
    else:
        print('ok')
    finally:
        print('done')
----
if a:
    if b:
        if c:
            d
    e
elif f:
    g
else:
    h
i
----
def f(
    a,
    b=1,  # one
    *args,
    c,
    **kwargs,
) -> None:
    x = {
        'a': 1,

        'b': [
            2,
        ],
    }
    return (
        a
        + b
    )
----
x = """
  text
    more
"""
y = \'\'\'a\'\'\' \\
    'b'
z = ('a'
     'b'
     'c')
----
if x:
\ty
\tif z:
\t\tw
----
if x:
        y
        z
elif w:
  v

# end
----
for i in range(10):

    # a comment

    if i % 2: continue
    print(i)
  # a comment that stands elsewhere
    print(-i)
else:
    print()
----
with open('a') as f, open('b') as g:
    for line in f:
        g.write(line)
----
def outer():
    x = 1
    def inner():
        nonlocal x
        global y
        x += 1
        y = x
        return lambda: x + y
    return inner
----
assert isinstance(x, int), (
    f'not an int: {x!r}'
    f' but {type(x).__name__}'
)
----
s = f"""
{a}
  {b:>{
    width
}}
{c!r:^10}
"""
----
x = [
    (a, b)
    for a in range(3)
    if a
    for b in range(a)
    if b > 0
    if b < 2
]
----
é = '€' + "😀" + x.y; z = (a for a in 'ü')
if é: ß = f'ü{é!r:>5}ö{z}'
''')
RIGHT += ['', '\n', '# c', 'x', '  \nx', 'x\n  ', 'if x:\n  y\n  ', 'x\r\ny\r\n', 'x\ry', 'if x:\n y\n\n\n', '\f\nx', 'x = 1\n\f\ny = 2',
          '\ufeffx = 1', 'if x:\n\f  y\n  z', 'x = """a\\\nb"""', "x = 'a\\\nb'", 'x = (  # c\n  y)\n', "f'''{\nx:{\ny}}'''", 'x = \\\n  \\\n 1', '\\\nx = 1']

EVAL_RIGHT = lines(r'''
x
x, y
1 + 1
lambda: 1
[x for x in y]
x\n
(yield)
x if y else z
f'{x}'
x := 1
''')[:-1]

SINGLE_RIGHT = lines(r'''
x
x; y
x\n
if x: pass\n
if x:\n y\n
def f(): pass\n
import a
x = 1

\n
''')

WRONG = listed('wrong.txt')
WRONG += [
    'x' + chr(0) + 'y', '(' * 201, '(' * 150 + '1', 'x = 1\n' * 20 + 'y z\n', '(\n' * 10, '[' * 201 + ']' * 201,
    'x = 1\nif x:\n    y = f(a b)\n', 'def f():\n    return (1,\n            2 3)\n',
    'class C:\n    def f(self):\n        print "a"\n', 'x = """a\nb""" y\n', '"""a\nb""" = 1\n', 'f("""a\nb""" c)\n',
    '(x,\n y) += 1\n', 'f(a,\n  b=1,\n  c)\n', 'f(x for x in y\n  , z)\n', '{1: 2,\n 3}\n', 'x = {\n  1: 2,\n  3: *4\n}\n',
    'if x:\n' + ''.join(' ' * i + 'if x:\n' for i in range(1, 101)) + ' ' * 101 + 'pass\n', '\ufeffx y', 'x = 1\r\ny z\r\n',
    'if x:\r\n  y\r\n z\r\n', 'x = [1,\r\n2', '"""a\nb\n', 'x = """a\nb\n' + "c'''", "f'''a\n{x\ny z}'''", "f'''a\n{\n}'''",
    "f'''{\nx!z}'''", 'x = 1 +\\\n  * 2', 'x = f(\\\n a b)', 'é = ü ö', 'f(é ü)', '"é" = 1', 'x = "é" + * 1', '😀', '"😀" x',
    'f("😀" x)', 'é.ü() = 1', '"😀" = ü', 'for é in ü ö: pass', "f'é{ü ö}'", "f'😀{x y}'", 'def é(ü=1, ö): pass', '(é, "😀" x)',
    'x = "é', "x = 'ééé' 1a", 'é = 1_', '"é" 0777', 'x = é)', '(é]',
]

EVAL_WRONG = lines(r'''
x = 1
x; y
x y
pass
if x: pass
(x
x +
 x
x\n y
import a
1 = 2
"abc
print x
yield x
''') + ['']

SINGLE_WRONG = lines(r'''
x y
if x:
if x:\n y
if x: pass
x\ny
(x
def f():
x = "a
if x:\n y\nz
for x in y:
class C:
x = \\
@x
@x\n
''') + ["'''a"]
