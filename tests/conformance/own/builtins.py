#: map_strict
import sys
def told(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(hasattr(map, '__setstate__'), sys.getsizeof(map(abs, [1])))
told(lambda: list(map(max, [1, 2], [3, 4], strict=True)))
told(lambda: list(map(max, [1, 2], [3], strict=True)))
told(lambda: list(map(max, [1], [3, 4], strict=True)))
told(lambda: list(map(max, [1], [3], [4, 5], strict=1)))
told(lambda: list(map(max, [1, 2], [3, 4], [4], strict=1)))
told(lambda: list(map(max, [1, 2], [3], strict=False)))
told(lambda: map())
told(lambda: map(strict=True))
told(lambda: map(len, strict=True))
told(lambda: map(len, [], foo=1))
told(lambda: map(len, [], foo=1, strict=2))
told(lambda: map(len, [], stric=1))
def early():
    yield 1
    raise ValueError('mine')
told(lambda: list(map(max, early(), [1], strict=True)))
told(lambda: list(map(max, [1], early(), strict=True)))
#: map_reduced_and_set
class Bad:
    def __bool__(self): raise KeyError('no')
def told(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m = map(abs, [1, -2])
told(lambda: len(m.__reduce__()))
told(lambda: m.__setstate__(1))
told(lambda: m.__reduce__()[2:])
told(lambda: m.__setstate__([]))
told(lambda: m.__reduce__()[2:])
told(lambda: map(abs, [1], strict=Bad()))
told(lambda: m.__setstate__(Bad()))
#: attributes_that_are_not_there_to_delete
class A: pass
class Slot: __slots__ = 'a', 'b'
class Filled:
    def __init__(self): self.x = 1
class Text(str): pass
def f(): pass
filled = Filled()
filled.__dict__
for o in (A(), f, Exception(), Text(), staticmethod(f), Filled(), filled, A, int, 5, Slot()):
    try: del o.a
    except (AttributeError, TypeError) as e:
        print(type(o).__name__, e.args, getattr(e, 'name', None), getattr(e, 'obj', None) is o)
#: operators_that_refuse
def told(text, **names):
    try:
        exec(text, names)
        print(text, names.get('a'))
    except Exception as error:
        print(text, type(error).__name__, error)
for left in ({1: 2}, {1}, frozenset([1]), range(2), None, 1.5, object):
    for right in ('a', b'a', [1], (1,), bytearray(b'a')):
        told('a *= b', a=left, b=right)
for left in (1, 1.5, 'a', None, [1]):
    told('a **= b', a=left, b='x')
    told('a ** b', a=left, b='x')
for text in ('a // 1', '1 // a', 'a % 1', '1 % a', 'divmod(a, 1)', 'int(a)', 'float(a)', 'a < 1', 'a @ 1', 'round(a)'):
    told(text, a=1j)
#: real_operands_of_complex
for left, right in ((-1, 1j), (0, 1j), (0.0, 2j), (1, 1+1j), (-2.5, 1-3j), (1, 3+0j), (5, -0.0-2j), (1e308, 1e-308j),
                    (float('inf'), 1j), (1, complex('nanj')), (1j, 2), (1j, -2.0)):
    print(left / right, left * right, left - right, left + right)
for right in (0j, complex(0.0, -0.0)):
    try:
        print(1 / right)
    except ZeroDivisionError as error:
        print(error)
#: notes_that_are_no_texts
for note in (1, None, b'a', ['a']):
    try:
        ValueError().add_note(note)
    except Exception as error:
        print(type(error).__name__, error)
#: truth_of_notimplemented
import sys
sys.stderr = sys.stdout
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: bool(NotImplemented))
t(lambda: not NotImplemented)
t(lambda: 1 if NotImplemented else 2)
t(lambda: NotImplemented and 1)
t(lambda: all([NotImplemented]))
t(lambda: [x for x in [NotImplemented] if x])
t(lambda: list(filter(None, [NotImplemented])))
class A:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __ne__(self, o): return NotImplemented
t(lambda: A() == A())
t(lambda: A() != A())
t(lambda: A() in [A()])
t(lambda: not (A() == A()))
t(lambda: sorted([A(), A()]))
t(lambda: A().__eq__(1) or 5)
t(lambda: hasattr(NotImplemented, '__bool__'))
#: generic_aliases_and_their_origin
import sys
if sys.version_info >= (3, 9):
    a = list[int]
    print(a.append, a.__name__, a.__origin__, a.__args__, a.__parameters__, a == list[int], hash(a) == hash(list[int]), a(), a('ab'), repr(a), type(a), dict[str, list[int]], tuple[int, ...], type[int], a.__mro_entries__(()), isinstance([], list))
    for f in (lambda: a.nope, lambda: a[int], lambda: isinstance([], a), lambda: issubclass(list, a), lambda: a.__setattr__('x', 1), lambda: list[()], lambda: list[int, str], lambda: int[str], lambda: a | None, lambda: None | a, lambda: a.__bases__, lambda: a.__class__):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
    class C(list[int]): pass
    print(C.__mro__, C.__orig_bases__)
