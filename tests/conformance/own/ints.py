#: small_int_cache
a, b = 256, int('256')
print(a is b, int('257') is int('257'), int('-5') is int('-5'), int('-6') is int('-6'))
#: small_int_range
n = 0
lo = hi = 0
while int(str(lo)) is int(str(lo)): lo -= 1
while int(str(hi)) is int(str(hi)): hi += 1
print(lo + 1, hi - 1)
#: arithmetic_small
def f(a, b): return (a + b) is int(str(a + b))
print([f(x, 1) for x in (100, 255, 256, 257, 1023, 1024)])
print([(x - 1) is int(str(x - 1)) for x in (0, -4, -5, 257)], [(x * 2) is int(str(x * 2)) for x in (100, 128, 129)])
#: results_of_operations
big = 10**20
print((big - big) is 0 if False else (big - big) is int('0'), (big - (big - 7)) is int('7'), (big // big) is int('1'), (big % 10) is int('0'))
print((1000 // 10) is int('100'), (1000 % 7) is int('6'), (2**7) is int('128'), (1 << 6) is int('64'), (1024 >> 3) is int('128'), (0xfff & 0xf) is int('15'), (1 | 2) is int('3'), (-1 ^ 1) is int('-2'), (~5) is int('-6'))
def g(a, b): return divmod(a, b)
q, r = g(1000, 7)
print(q is int('142'), r is int('6'))
q, r = g(10**20, 10**19)
print(q is int('10'), r is int('0'))
#: conversions
print(int(5.7) is int('5'), int('5') is int('5'), round(5.4) is int('5'), len('hello') is int('5'), hash(5) is int('5'), abs(-5) is int('5'), int(True) is int('1'), ord('A') is int('65'), sum([2, 3]) is int('5'), max(5, 3) is int('5'))
import math
print(math.floor(5.5) is int('5'), math.ceil(4.5) is int('5'), math.gcd(15, 10) is int('5'), math.trunc(5.5) is int('5'), int.from_bytes(b'\x05', 'big') is int('5'), (5).real is int('5'), (5).__index__() is int('5'))
#: constants_identity
a = 1000
b = 1000
print(a is b)
def f(): return 1000
def g(): return 1000
print(f() is g(), f() is f(), f() is a)
c = 10 ** 3
print(c is a, c is f())
exec('d = 1000')
print(d is a)
#: range_identity
l = list(range(254, 260))
m = list(range(254, 260))
print([x is y for x, y in zip(l, m)])
#: enumerate_identity
l = ['x'] * 300
a = [i for i, _ in enumerate(l)]
b = [i for i, _ in enumerate(l)]
print([a[i] is b[i] for i in (0, 100, 256, 257, 299)])
#: folded_constants
def f(): return 2 ** 10, 2 ** 100, 1 << 70, 100 * 100, -5, ~1, 7 // 2, 7 % 4, 1 + 2 * 3
print(f.__code__.co_consts)
def g(): return 2 ** 10000
print([type(c).__name__ if c else c for c in g.__code__.co_consts if not isinstance(c, int) or c < 10**9])
#: bool_is_int
print(True is (1 == 1), bool(1) is True, not 0 is True, isinstance(True, int), True + True, (True + 0) is int('1'), True & False is False, int.__new__(bool) if False else bool.__new__(bool))
#: ids_of_small
print(id(5) == id(int('5')), id(2) - id(1) == id(1) - id(0), id(100) - id(0) == 100 * (id(1) - id(0)), id(1) - id(0))
#: big_int_digits
for e in (15, 29, 30, 31, 59, 60, 61, 89, 90):
    n = 2 ** e
    print(e, n.bit_length(), n.__sizeof__(), (n - 1).__sizeof__(), (-n).__sizeof__())
#: inplace_operations
x = 300
y = x
x += 0
print(x is y)
x = 10**30
y = x
x += 0
print(x is y, x == y)
x = 5
x *= 1
print(x is int('5'))
#: unary_and_positive
x = int('123456')
print((+x) is x, int(x) is x, (x | 0) is x, (x * 1) is x, x.__int__() is x, abs(x) is x, x.real is x, x.numerator is x, x.conjugate() is x, round(x) is x, x.__trunc__() is x)
class I(int): pass
i = I(123456)
print((+i) is i, int(i) is i, type(+i), type(i + 0), type(abs(i)))
#: int_max_str_digits
import sys
try:
    print(sys.get_int_max_str_digits())
    str(10 ** 5000)
except AttributeError as e:
    print(e)
except ValueError as e:
    print(e)
try:
    int('1' * 5000)
    print('converted')
except ValueError as e:
    print(e)
#: bit_methods
n = 0b1011000
print(n.bit_length(), bin(n), hex(n), oct(n), (-n).bit_length(), (0).bit_length())
print(n.bit_count() if hasattr(n, 'bit_count') else 'no bit_count', n.to_bytes(2, 'little'), int.from_bytes(b'\xff\xfe', 'big', signed=True), n.as_integer_ratio())
try:
    print((5).to_bytes(), int.from_bytes(b'\x07'))
except TypeError as e:
    print(e)
print((5).is_integer() if hasattr(5, 'is_integer') else 'no is_integer')
#: int_free_list
a = int('100000') + 1
i = id(a)
del a
b = int('100000') + 2
print(id(b) == i)
#: arithmetic_exact
print(12345678901234567890 * 98765432109876543210, 3 ** 200 % 1000007, pow(3, 200, 1000007), pow(3, -1, 7), -7 // 2, -7 % 3, divmod(-7, 2), 7 // -2, 2 ** -1, (-2) ** 63, 10 ** 25 // 3, -(10 ** 25) // 3, 1 << 100, -1 >> 100)
#: errors
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: pow(2, -1, 4), lambda: 1 << -1, lambda: int('x'), lambda: int('12', 1), lambda: int(None), lambda: int([]), lambda: int('1', 2.0), lambda: 1 + '1', lambda: 10 ** 10 / 0, lambda: pow(0, -1), lambda: (5).to_bytes(0, 'big'), lambda: (-5).to_bytes(2, 'big'), lambda: 1.0 // 0, lambda: 2.0 % 0, lambda: int(float('inf')), lambda: int(float('nan')), lambda: float(10 ** 400), lambda: 10 ** 400 * 1.0, lambda: chr(-1), lambda: 1 < 'a'):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#: parsing
for s in ('0x1f', '0b101', '0o17', ' 42 ', '-7', '+3', '1_000', '1__0', '_1', '', '٣', '0x', '012'):
    try: print(repr(s), int(s, 0))
    except ValueError as e: print(e)
    try: print(int(s))
    except ValueError as e: print(e)
#: refcount_of_ints
import sys
x = int('1000')
y = [x] * 10
print(sys.getrefcount(x))
z = x + 0
print(sys.getrefcount(z), z is x)
#: float_identity
a = 1.5
b = 1.5
print(a is b, float('1.5') is float('1.5'))
def f(): return 1.5
print(f() is f(), f() is a)
x = 0.1 + 0.2
print(x, x == 0.3, float(x) is x, +x is x)
#: float_free_list
x = float('1.5')
i = id(x)
del x
y = float('2.5')
print(id(y) == i)
ids = [id(float(str(n))) for n in range(5)]
print(len(set(ids)))
#: nan_and_zero
nan = float('nan')
print(nan == nan, nan is nan, nan in [nan], [nan] == [nan], 0.0 == -0.0, 0.0 is -0.0, {0.0: 1, -0.0: 2}, hash(0.0) == hash(-0.0), {1: 'a', 1.0: 'b', True: 'c'})
#: constant_types_distinct
def f(): return 1, 1.0, True, 1j, -0.0, 0.0, 0
print(f.__code__.co_consts, f())
