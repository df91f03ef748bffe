#: function_annotate
def f(a: int, *b: str, c: list = (), **d: dict) -> None: pass
def g(a, b=1): pass
print(f.__annotations__, f.__annotations__ is f.__annotations__)
print(g.__annotations__, hasattr(g, '__annotate__'))
if hasattr(f, '__annotate__'):
    a = f.__annotate__
    print(g.__annotate__, a is f.__annotate__, a.__name__, a.__qualname__, a.__module__)
    print(a.__code__.co_varnames, a.__code__.co_consts, a.__code__.co_names, a.__defaults__)
    print(a(1), a(2), a(1) is a(1))
    for format in (3, 4, 99):
        try: a(format)
        except NotImplementedError as e: print('not implemented', e.args)
    for call in (lambda: a(), lambda: a(format=1), lambda: a('x')):
        try: print(call())
        except TypeError as e: print(e)

#: function_annotations_set_and_deleted
def f(a: int): pass
def attempt(do):
    try: print(do())
    except Exception as e: print(type(e).__name__, e)
def put(name, value): setattr(f, name, value); return f.__annotations__
attempt(lambda: put('__annotations__', {'z': 1}))
print(getattr(f, '__annotate__', 'nothing'))
attempt(lambda: put('__annotations__', 3))
attempt(lambda: put('__annotations__', None))
attempt(lambda: delattr(f, '__annotations__'))
print(f.__annotations__)
if hasattr(f, '__annotate__'):
    attempt(lambda: put('__annotate__', lambda format: {'q': format}))
    attempt(lambda: put('__annotate__', lambda format: 7))
    attempt(lambda: put('__annotate__', 7))
    attempt(lambda: put('__annotate__', lambda: {}))
    attempt(lambda: delattr(f, '__annotate__'))
    attempt(lambda: put('__annotate__', None))
    print(f.__annotate__)

#: evaluated_late
def attempt(do):
    try: print(do())
    except NameError as e: print(e)
try:
    def f(a: later) -> other: pass
    class C:
        x: later
        def m(self, b: inner): pass
        inner = str
    v: later = 1
    print('defined')
    attempt(lambda: f.__annotations__)
    attempt(lambda: C.__annotations__)
    import __main__
    attempt(lambda: __main__.__annotations__)
    attempt(lambda: C.m.__annotations__)
    later, other = int, float
    attempt(lambda: f.__annotations__)
    attempt(lambda: C.__annotations__)
    later = bytes
    attempt(lambda: f.__annotations__)
    attempt(lambda: __main__.__annotations__)
except NameError as e:
    print('at once', e)

#: class_annotate
class C:
    x: int
    _y: 'str' = 1
    __z: float
class D(C): pass
def own(c): return [k for k in c.__dict__ if 'ann' in k]
print(own(C), C.__annotations__, own(C), C.__annotations__ is C.__annotations__)
print(own(D), D.__annotations__ is C.__annotations__, D.__dict__.get('__annotations__'))
if hasattr(C, '__annotate__'):
    print(C.__annotate__, C.__annotate__(1), D.__annotate__, own(D))
    C.__annotate__ = lambda format: {'r': format}
    print(C.__annotations__, own(C))
    for bad in (lambda: setattr(C, '__annotate__', 3), lambda: delattr(C, '__annotate__')):
        try: bad()
        except TypeError as e: print(e)
    C.__annotate__ = lambda format: 7
    try: C.__annotations__
    except TypeError as e: print(e)
C.__annotations__ = 8
print(C.__annotations__, getattr(C, '__annotate__', 'nothing'), own(C))
del C.__annotations__
try: del C.__annotations__
except AttributeError as e: print(e)
print(getattr(C, '__annotations__', 'nothing'))
for T in (int, object, type):
    for name in ('__annotations__', '__annotate__'):
        try: print(getattr(T, name))
        except AttributeError as e: print(e)
        try: setattr(T, name, {})
        except (AttributeError, TypeError) as e: print(e)

#: module_annotate
import __main__
names = lambda: sorted(k for k in globals() if 'ann' in k)
print(names())
if names:
    x: int
else:
    y: str
try: print(__annotations__)
except NameError as e: print(e)
print(names())
print(getattr(__main__, '__annotations__', 'nothing'))
print(names())
if hasattr(__main__, '__annotate__'):
    print(__main__.__annotate__, __annotate__(1), __conditional_annotations__)
    for bad in (lambda: setattr(__main__, '__annotate__', 3), lambda: delattr(__main__, '__annotate__')):
        try: bad()
        except TypeError as e: print(e)
    del __main__.__annotations__
    print(names())
import types
m = types.ModuleType('m')
print(getattr(m, '__annotations__', 'nothing'), sorted(m.__dict__))

#: conditional_annotations
class C:
    a: int
    if a is None if 'a' in dir() else 0: b: int
    else: c: str
    for i in (1, 2): d: i
    while 0: e: int
    try: f: int
    finally: g: str
    with open(__file__) if 0 else memoryview(b''): h: int
    try: 1 / 0
    except ZeroDivisionError: j: int
    else: k: int
    l: float
print(C.__annotations__, [k for k in C.__dict__ if k[:2] != '__'])
if hasattr(C, '__annotate__'):
    print(C.__annotate__.__code__.co_freevars, C.__annotate__.__code__.co_consts)
class D:
    a: int
if hasattr(D, '__annotate__'):
    print(D.__annotate__.__code__.co_freevars, D.__annotate__.__code__.co_consts)

#: scopes_of_annotations
def outer(T):
    U = str
    def inner(a: T, b: U) -> len: pass
    class C:
        U = bytes
        v: T
        w: U
        def m(self, x: U, y: T): pass
    return inner, C
inner, C = outer(int)
print(inner.__annotations__, C.__annotations__, C.m.__annotations__)
print(inner.__code__.co_freevars, outer.__code__.co_cellvars)
class N:
    n = 2
    def m(self, x: n, y: (lambda: 5)): pass
    z: [1, 2][0]
print(N.m.__annotations__['x'], N.m.__annotations__['y'].__qualname__, N.__annotations__)
def shadow(a: format, b: ".format"): pass
print(shadow.__annotations__)
def order(a: 1, b: 2, /, c: 3, *d: 4, e: 5, **f: 6) -> 7: pass
print(list(order.__annotations__.items()))

#: annotations_that_are_no_names
log = []
def note(x): log.append(x); return x
d = {}
class Box: pass
box = Box()
(p): note(1)
box.attribute: note(2)
d[note(3)]: note(4)
box.other: note(5) = note(6)
def f():
    x: note(7)
    (y): note(8)
    box.third: note(9) = note(10)
f()
class C:
    (q): note(11)
    r: note(12) = note(13)
print(log)
print(C.__annotations__, log[-1])
import __main__
print(getattr(__main__, '__annotations__', None))

#: errors_in_annotations
for source in ('x: (y := 1)', 'x: (yield)', 'x: [y := 1 for z in (1,)]', 'def f(a: (y := 1)): pass',
               'def f(a: (yield)): pass', 'def f() -> (yield 1): pass', 'async def f(a: (await 1)): pass',
               'def f():\n x: (y := 1)', 'def f():\n x: (yield 1)', 'class C:\n x: [y := 1 for z in (1,)]',
               'def f():\n global x\n x: int', 'def f():\n x: int\n global x', 'x, y: int', '[x]: int',
               'f(): int', 'x: int: str', 'from __future__ import annotations\nx: (yield)',
               'from __future__ import annotations\ndef f(a: (y := 1)): pass'):
    try:
        compile(source, 's', 'exec')
        print('ok', repr(source))
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)

#: local_annotations
def f():
    x: undefined
    y: undefined = 2
    z: (lambda: y)
    return y, 'z' in locals()
print(f(), f.__annotations__)
def g():
    x: int
    return x
try: g()
except UnboundLocalError as e: print(e)
print(f.__code__.co_varnames, f.__code__.co_cellvars, f.__code__.co_names)

#: future_annotations
from __future__ import annotations
import __main__
def f(a: x.y, *b: "s", c: 1 + 2 = 3) -> [1]: pass
class C:
    a: later
    def m(self) -> C: pass
v: nope = 1
print(f.__annotations__, C.__annotations__, C.m.__annotations__)
print(__annotations__)
print([k for k in C.__dict__ if 'ann' in k], sorted(k for k in globals() if 'ann' in k))
if hasattr(f, '__annotate__'):
    print(f.__annotate__(1), C.__annotate__, __main__.__annotate__, f.__annotate__.__code__.co_consts)

#: blocks_and_counts
import sys
def make():
    def f(a: int, b: str) -> None: pass
    return f
def bare():
    def f(a, b): pass
    return f
kept = [None] * 20
def blocks(make, n):
    before = sys.getallocatedblocks()
    for i in range(n): kept[i] = make()
    return sys.getallocatedblocks() - before
for maker in (make, bare):
    blocks(maker, 3)
    kept[:] = [None] * 20
    print([blocks(maker, n) for n in (1, 1, 5)])
    kept[:] = [None] * 20
f = make()
print(sys.getsizeof(f), sys.getsizeof(bare()))
if hasattr(f, '__annotate__'):
    print(sys.getrefcount(f.__annotate__), f.__annotate__.__qualname__)
    f.__annotations__
    print(sys.getrefcount(f.__annotate__), sys.getrefcount(f.__annotations__))
import gc
print([type(x).__name__ for x in gc.get_referents(f)])

#: dataclass_of_itself
from dataclasses import dataclass, field, fields
try:
    @dataclass
    class Node:
        value: int
        next: Node = None
        kids: list = field(default_factory=list)
    n = Node(1, Node(2))
    print(n, [f.name for f in fields(Node)])
    print(fields(Node)[1].type, Node.__annotations__)
except NameError as e:
    print(e)

#: named_tuples_and_protocols
from typing import NamedTuple, TypedDict, Protocol, get_type_hints, runtime_checkable
class P(NamedTuple):
    x: int
    y: 'int' = 0
print(P(1), P.__annotations__, P._field_defaults, P.__new__.__annotations__, get_type_hints(P))
class T(TypedDict, total=False):
    a: int
class U(T):
    b: str
print(T.__annotations__, sorted(U.__annotations__), T.__total__)
@runtime_checkable
class Q(Protocol):
    size: int
class R: size = 1
print(isinstance(R(), Q), isinstance(3, Q))
class S(P): z: str
print(S.__annotations__, get_type_hints(S))

#: wraps_and_annotations
import functools
def deco(f):
    @functools.wraps(f)
    def w(*a): pass
    return w
@deco
def k(a: int, b: str): pass
print(k.__annotations__, k.__wrapped__.__annotations__ is k.__annotations__, k.__qualname__)
print([x for x in functools.WRAPPER_ASSIGNMENTS if 'annot' in x])
@functools.singledispatch
def sd(x): return 'base'
@sd.register
def _(x: int): return 'int'
print(sd(1), sd('a'))

#: annotationlib_formats
try:
    from annotationlib import Format, get_annotations
except ImportError:
    print('none')
else:
    print(list(Format))
    def f(a: int, b: nope, c: nope | None, d: list[nope], e: "text", *g: x.y[0], h: 1, i: nope(1, k=2),
          j: -nope, k: nope + 1, l: (nope, 1), m: [nope], n: {'a': nope}, o: None, p: 2 * (nope + 1),
          q: dict[str, int], r: int | None) -> x.y.z: pass
    for format in Format:
        try: print(format, get_annotations(f, format=format))
        except Exception as e: print(format, type(e).__name__, e)
    class C:
        a: C
        b: list[D]
        c: "D"
        E = int
        d: E
    for format in (Format.VALUE, Format.FORWARDREF, Format.STRING):
        try: print(format, get_annotations(C, format=format))
        except NameError as e: print(format, e)
    class D: pass
    print(get_annotations(C), get_annotations(C, eval_str=True))
    for call in (lambda: get_annotations(3), lambda: get_annotations(f, format=99), lambda: get_annotations(int),
                 lambda: get_annotations(f, format=Format.STRING, eval_str=True)):
        try: print(call())
        except Exception as e: print(type(e).__name__, e)

#: annotationlib_forward_refs
try:
    from annotationlib import Format, ForwardRef, get_annotations, call_annotate_function, type_repr
    from annotationlib import annotations_to_string, get_annotate_from_class_namespace
except ImportError:
    print('none')
else:
    def g(a: later): pass
    ref = get_annotations(g, format=Format.FORWARDREF)['a']
    print(type(ref), ref, ref.__forward_arg__, ref.__owner__ is g)
    try: ref.evaluate()
    except NameError as e: print(e)
    later = int
    print(ref.evaluate(), ref == ForwardRef('later'), ForwardRef('later') == ForwardRef('later'))
    print(ForwardRef('x'), ForwardRef('x', module='m'), get_annotations(g), get_annotations(g) is get_annotations(g))
    print(type_repr(int), type_repr(g), type_repr(print), type_repr(...), type_repr('s'), type_repr(list[int]))
    print(annotations_to_string({'a': int, 'b': 's', 'c': None}), call_annotate_function(g.__annotate__, Format.STRING))
    def mine(format):
        if format > 2: raise NotImplementedError
        return {'v': format, 'w': undefined_name}
    for format in (Format.VALUE, Format.FORWARDREF, Format.STRING):
        try: print(format, call_annotate_function(mine, format))
        except NameError as e: print(format, e)
    def outer():
        def inner(a: T): pass
        early = get_annotations(inner, format=Format.FORWARDREF)['a']
        T = str
        print(early, early.evaluate(), get_annotations(inner))
    outer()
    class M(type):
        def __new__(meta, name, bases, ns):
            print(get_annotate_from_class_namespace(ns)(Format.VALUE), sorted(ns))
            return super().__new__(meta, name, bases, ns)
    class X(metaclass=M): a: int

#: annotations_of_methods
class A:
    @classmethod
    def c(cls, x: int) -> str: pass
    @staticmethod
    def s(y: float): pass
    @property
    def p(self) -> int: pass
print(A.c.__annotations__, A.s.__annotations__, A().c.__annotations__, A.p.fget.__annotations__)
print(getattr(A.__dict__['c'], '__annotations__', None), getattr(A.__dict__['s'], '__annotations__', None))
print(sorted(A.__dict__['c'].__dict__) if hasattr(A.__dict__['c'], '__dict__') else None)
if hasattr(A.c, '__annotate__'):
    print(A.c.__annotate__, A.__dict__['c'].__annotate__ is A.c.__annotate__)
