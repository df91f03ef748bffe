#: basics
import sys, copy, gc
S = sentinel('S')
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: S, lambda: str(S), lambda: S.__name__, lambda: S.__module__, lambda: sys.getsizeof(S), lambda: S.__sizeof__(), lambda: sentinel.__basicsize__, lambda: type(S),
          lambda: S is sentinel('S'), lambda: S == sentinel('S'), lambda: S == S, lambda: bool(S), lambda: hash(S) == hash(S),
          lambda: copy.copy(S) is S, lambda: copy.deepcopy(S) is S, lambda: S.__reduce__(), lambda: gc.is_tracked(S), lambda: gc.get_referents(S),
          lambda: gc.get_referents(sentinel('q', repr='zz')), lambda: gc.get_referents(sentinel('q', repr=None)), lambda: sentinel.__doc__, lambda: sorted(sentinel.__dict__),
          lambda: sentinel.__mro__, lambda: isinstance(S, sentinel), lambda: list[S], lambda: sys.getrefcount(S), lambda: [sentinel('n%d' % i) for i in range(2)]):
    t(f)

#: calls
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
S = sentinel('S')
for f in (lambda: sentinel(), lambda: sentinel(1), lambda: sentinel('a', 'b'), lambda: sentinel(name='a'), lambda: sentinel('a', repr='x'), lambda: sentinel('q', module_name='m'),
          lambda: sentinel('q', repr=1), lambda: sentinel('q', repr=None), lambda: sentinel(''), lambda: sentinel.__new__(sentinel, 'z'), lambda: sentinel.__new__(int, 'z'), lambda: object.__new__(sentinel),
          lambda: S.x, lambda: S < S, lambda: S(), lambda: eval("sentinel('e').__module__", {}), lambda: eval("sentinel('e').__module__", {'__name__': 'zz'}), lambda: next(map(sentinel, ['a'])).__module__):
    t(f)
def attribute(): S.x = 1
def name(): S.__name__ = 'q'
def base():
    class A(sentinel): pass
def of_type(): sentinel.x = 1
for f in (attribute, name, base, of_type): t(f)
S.__module__ = 'elsewhere'
print(S.__module__)
import weakref
t(lambda: weakref.ref(S))
match S:
    case sentinel(): print('matched')

#: unions
import typing
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
S = sentinel('S')
for f in (lambda: S | int, lambda: int | S, lambda: S | None, lambda: None | S, lambda: S | 1, lambda: 1 | S, lambda: S | 'a', lambda: S | S, lambda: S | sentinel('T'), lambda: S | int | None,
          lambda: S.__or__(1), lambda: S.__ror__(int), lambda: (int | S).__args__, lambda: isinstance(1, int | S), lambda: isinstance('', int | S), lambda: list[S] | None, lambda: typing.Optional[S], lambda: typing.Union[int, S]):
    t(f)

#: freed
import gc, sys
name = ''.join(['some', 'name'])
before = sys.getrefcount(name)
s = sentinel(name)
print(sys.getrefcount(name) - before)
del s
print(sys.getrefcount(name) - before)
