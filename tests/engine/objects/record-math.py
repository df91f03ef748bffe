"""Records what CPython's math module answers: writes math.json beside itself, as record-numbers.py does."""

import json
import math
import os
import random
import sys

PRELUDE = '''
import math
from math import *
class Flt:
    def __init__(self, v): self.v = v
    def __float__(self): return self.v
class Idx:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
class Odd:
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __trunc__(self): return 'trunc'
'''
rng = random.Random(3)
rows = []
REALS = ['0', '0.0', '-0.0', '1', '-1', '0.5', '-0.5', '2', '3.7', '-2.5', '10', '100.25', '1e-10', '1e-300', '5e-324', '0.1',
         '1e10', '1e308', '-1e308', 'inf', '-inf', 'nan', '710', '-745', '0.999', '27', '-27', '8', '171.5', '1e22', 'True']
ONE = ('acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma isfinite isinf '
       'isnan lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp').split()
for name in ONE:
    rows += [f'{name}({x})' for x in REALS]
    rows += [f'{name}()', f'{name}(1, 2, 3)', f"{name}('a')", f'{name}(10**400)', f'{name}(Flt(0.5))', f'{name}(Idx(1))']
for name in 'atan2 copysign fmod remainder pow log nextafter dist hypot isclose'.split():
    for _ in range(45):
        rows.append(f'{name}({rng.choice(REALS)}, {rng.choice(REALS)})')
rows += ['atan2(1)', 'pow(1, "a")', 'pow(0, -inf)', 'pow(-8, 1/3)', 'pow(10, 400)', 'log(10, 1)', 'log(10**400)', 'log(2**2000, 2)',
         'log2(2**2000)', 'log10(10**400)', 'log10(1000)', 'log2(8)', 'log(0)', 'log(-(10**400))', 'log(1, 2, 3)', 'log()',
         'fmod(1, 0)', 'fmod(inf, 1)', 'fmod(-7, 3)', 'remainder(7, 2)', 'remainder(5, 2)', 'remainder(1, 0)']
for n in list(range(0, 26)) + [100, 171]:
    rows.append(f'factorial({n})')
for n, k in [(0, 0), (5, 2), (5, 6), (52, 5), (100, 50), (67, 33), (200, 3), (1000, 2), (30, 15)]:
    rows += [f'comb({n}, {k})', f'perm({n}, {k})']
rows += ['factorial(-1)', 'factorial(1.0)', 'factorial(2**70)', 'factorial(True)', 'factorial(Idx(4))', 'perm(5)', 'perm(5, None)',
         'perm(-1)', 'perm(5, -1)', 'perm(-5, 1)', 'comb(-1, 2)', 'comb(5, -1)', 'comb(5)', 'comb(5.0, 1)', 'comb(2**70, 2)',
         'comb(2**64, 2**65)', 'comb(2**200, 2**100)', 'perm(2**70, 2)', 'perm(2**200, 2**100)', 'isqrt(0)', 'isqrt(15)', 'isqrt(16)',
         'isqrt(10**40)', 'isqrt(10**41)', 'isqrt(-1)', 'isqrt(1.5)', 'isqrt(2**64 - 1)', 'gcd()', 'gcd(5)', 'gcd(-12, 18)',
         'gcd(0, 0)', 'gcd(10**20, 15**10, 35)', 'gcd(1.5)', 'gcd(3, "a")', 'lcm()', 'lcm(4, 6)', 'lcm(-4, 6, 10)', 'lcm(0, 5)',
         'lcm(10**20, 3)', 'lcm(2.0)', 'fsum([])', 'fsum([0.1] * 10)', 'fsum([1e100, 1.0, -1e100])', 'fsum([1e308, 1e308])',
         'fsum([inf, -inf])', 'fsum([inf, 1])', 'fsum([nan, 1])', 'fsum(5)', 'fsum(["a"])', 'fsum([1, 2.5, True])',
         'fsum([1e16, 1, 1e-16])', 'fsum([0.1, 0.2, 0.3])', 'prod([])', 'prod([1, 2, 3])', 'prod([1, 2.5, 4])', 'prod([1], start=5)',
         'prod(["a", 2], start=1)', 'prod([2], start=[1])', 'prod(5)', 'prod()', 'prod([1], 2)', 'prod(range(1, 30))',
         'sumprod([], [])', 'sumprod([1, 2, 3], [4, 5, 6])', 'sumprod([1], [1, 2])', 'sumprod([1.5, 2], [3, 0.1])',
         'sumprod([0.1] * 10, [0.1] * 10)', 'sumprod([10**20, 1], [3, 4])', 'sumprod(["a"], [2])', 'sumprod([inf], [0])',
         'sumprod([1e308, 1e308], [10, -10])', 'sumprod([True, 2], [3, False])', 'sumprod(5, [1])', 'hypot()', 'hypot(3, 4)',
         'hypot(1, 2, 3)', 'hypot("a")', 'hypot(1e200, 1e200)', 'hypot(inf, nan)', 'hypot(5e-324, 5e-324)', 'hypot(0.1, 0.2, 0.3)',
         'dist((1, 2), (4, 6))', 'dist([1], [1, 2])', 'dist(5, 5)', 'dist((1, 2), ("a", 3))', 'dist((0.1, 0.2, 0.3), (1, 1, 1))',
         'dist((), ())', 'ldexp(1.5, 3)', 'ldexp(1.0, 5000)', 'ldexp(1.0, -5000)', 'ldexp(1.0, 1.5)', 'ldexp(1, 10**30)',
         'ldexp(1, -10**30)', 'ldexp(0.0, 10**30)', 'ldexp(inf, 5)', 'ldexp(1.0, -1074)', 'ldexp(1.5, -1074)', 'ldexp(-1.7, -1073)',
         'ldexp(1)', 'nextafter(1, 2)', 'nextafter(1, 0)', 'nextafter(0, 1)', 'nextafter(0, -1)', 'nextafter(1, 2, steps=3)',
         'nextafter(1, 2, steps=0)', 'nextafter(1, 2, steps=-1)', 'nextafter(1, 2, steps=1.5)', 'nextafter(1, 2, 3)',
         'nextafter(1, 2, steps=10**30)', 'nextafter(-1, 1, steps=2**62)', 'nextafter(5e-324, 0)', 'nextafter(1e308, inf, steps=None)',
         'nextafter(1, nan, steps=2)', 'ulp(1)', 'ulp(1.7976931348623157e308)', 'isclose(1, 1 + 1e-10)', 'isclose(1, 1.1, rel_tol=0.1)',
         'isclose(0, 1e-9, abs_tol=1e-8)', 'isclose(1, 2, rel_tol=-1)', 'isclose(1)', 'isclose(1, 2, 3)', 'isclose(a=1, b=1)',
         'isclose(inf, inf)', 'isclose(nan, nan)', 'isclose(1, "a")', 'fma(2, 3, 4)', 'fma(0.1, 10, -1)', 'fma(1e308, 10, 0)',
         'fma(inf, 0, 1)', 'fma(inf, 1, -inf)', 'fma(1, 2)', 'fma(nan, 0, 1)', 'fma(-0.0, 1, 0.0)', 'fma(1e-320, 1e-10, 0)',
         'fma(1, 1, "a")', 'floor("a")', 'ceil([])', 'trunc("a")', 'trunc(None)', 'floor(Odd())', 'ceil(Odd())', 'trunc(Odd())',
         'floor(-2.5)', 'ceil(-2.5)', 'floor(1e300)', 'floor(inf)', 'ceil(nan)', 'trunc(inf)', 'pi', 'e', 'tau', 'inf', 'nan',
         'math.sin(x=1)', 'math.foo', 'math.__name__', 'sin', 'sorted(n for n in dir(math) if n[0] != "_")']
for _ in range(500):
    name = rng.choice('sin cos tan exp log10 log2 log1p expm1 sinh cosh tanh asinh atan erf erfc gamma lgamma cbrt exp2 sqrt'.split())
    rows.append(f'{name}({rng.choice([rng.uniform(0.01, 1), rng.uniform(0.5, 20), rng.randrange(1, 40)])!r})')
for _ in range(120):
    rows.append(f'math.pow({rng.uniform(0, 30)!r}, {rng.uniform(-9, 9)!r})')
    rows.append(f'math.hypot({rng.uniform(0, 30)!r}, {rng.uniform(-9, 9)!r}, {rng.uniform(-9, 9)!r})')

names = {'__name__': '__main__'}
exec(PRELUDE, names)
table = []
for expression in rows:
    try:
        table.append([expression, 'v', repr(eval(expression, names))])
    except BaseException as error:
        table.append([expression, 'e', f'{type(error).__name__}: {error}'])

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, 'math.json'), 'w', encoding='utf-8') as file:
    release = '.'.join(map(str, sys.version_info[:3]))
    file.write('{"release": "%s",\n"prelude": %s,\n"rows": [\n' % (release, json.dumps(PRELUDE)))
    file.write(',\n'.join(json.dumps(row) for row in table))
    file.write('\n]}\n')
print(len(table), 'rows')
