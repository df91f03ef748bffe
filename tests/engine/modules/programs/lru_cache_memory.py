# what a cache keeps alive, and when it lets go; partial objects; cached_property; singledispatch
import functools
import sys
import weakref


class Big:
    def __init__(self, n):
        self.n = n


@functools.lru_cache(maxsize=2)
def make(n):
    return Big(n)


refs = [weakref.ref(make(i)) for i in range(4)]
print([r() is not None for r in refs], make.cache_info())
make.cache_clear()
print([r() is not None for r in refs], make.cache_info())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.__name__, fib.__wrapped__ is not fib)


@functools.lru_cache(typed=True)
def ident(x, y=1):
    return (x, y)


ident(1); ident(1.0); ident(1, y=2); ident(1)
print(ident.cache_info(), ident.cache_parameters())
try:
    fib([])
except TypeError as e:
    print(e)

key = 'key' + str(len('abc'))
before = sys.getrefcount(key)


@functools.lru_cache
def echo(x):
    return x


echo(key)
print(sys.getrefcount(key) - before)
echo.cache_clear()
print(sys.getrefcount(key) - before)

p = functools.partial(int, base=2)
print(p, p('101'), p.func, p.args, p.keywords, functools.partial(p, '11')())
p2 = functools.partial(functools.partial(max, 1), 5)
print(p2.func is max, p2.args)


class C:
    @functools.cached_property
    def v(self):
        print('computed')
        return 42

    @functools.singledispatchmethod
    def show(self, x):
        return 'object'

    @show.register
    def _(self, x: int):
        return 'int'


c = C()
print(c.v, c.v, c.__dict__, c.show(1), c.show('a'))


@functools.singledispatch
def kind(x):
    return 'any'


@kind.register(list)
def _(x):
    return 'list'


@kind.register
def _(x: int | str):
    return 'int or str'


print(kind([]), kind(3), kind('s'), kind(2.5), kind(True))


@functools.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n


print(V(1) <= V(2), V(3) > V(2), V(1) >= V(1))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


def deco(f):
    @functools.wraps(f)
    def inner(*a):
        "inner doc"
        return f(*a)
    return inner


@deco
def documented():
    "the doc"


print(documented.__name__, documented.__doc__, documented.__wrapped__.__name__)
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4], 10))
try:
    functools.reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
