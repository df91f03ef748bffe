"""Records what CPython answers to expressions on numbers: writes numbers.json beside itself.

Run with the release that the table is named for:  python3.13 record-numbers.py
Each row: the expression, then 'v' and the repr of its value, or 'e' and the exception as text.
The expressions use the names of PRELUDE, so that the compiler cannot fold them.
"""

import json
import os
import random
import sys
import warnings

warnings.simplefilter('ignore')

PRELUDE = '''
import sys
import math
def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def floordiv(a, b): return a // b
def mod(a, b): return a % b
def truediv(a, b): return a / b
def band(a, b): return a & b
def bor(a, b): return a | b
def bxor(a, b): return a ^ b
def lshift(a, b): return a << b
def rshift(a, b): return a >> b
def power(a, b): return a ** b
def lt(a, b): return a < b
def le(a, b): return a <= b
def eq(a, b): return a == b
def ne(a, b): return a != b
def neg(a): return -a
def pos(a): return +a
def inv(a): return ~a
def item(a, i): return a[i]
def cut(a, i, j, k): return a[i:j:k]
def has(a, x): return x in a
nan = float('nan')
inf = float('inf')
class I(int): pass
class F(float): pass
class C(complex): pass
class Idx:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
class Flt:
    def __init__(self, v): self.v = v
    def __float__(self): return self.v
class Int:
    def __init__(self, v): self.v = v
    def __int__(self): return self.v
class Cpx:
    def __init__(self, v): self.v = v
    def __complex__(self): return self.v
'''

rng = random.Random(13)
INTS = [
    '0', '1', '-1', '2', '-2', '3', '7', '-7', '10', '255', '256', '257', '-5', '-6', '1000',
    '2**15', '2**30-1', '2**30', '2**30+1', '-(2**30)', '1-2**30', '2**31', '2**53-1', '2**53+1',
    '-(2**53)-1', '2**59+12345', '2**60-1', '2**60', '2**61-1', '-(2**61-1)', '2**61', '2**63-1',
    '-2**63', '2**64', '10**20', '-10**25', '10**18+9', '3**100', '-3**101', '2**200-1', '7**300',
    'True', 'False',
]
FLOATS = [
    '0.0', '-0.0', '1.0', '-1.0', '0.1', '0.5', '-0.5', '1.5', '2.5', '-2.5', '3.0', '1e16', '1e22',
    '1e23', '123456789.123456789', '1e-5', '0.0001', '1e-4', '5e-324', '2.2250738585072014e-308',
    '1.7976931348623157e308', '-1e308', 'inf', '-inf', 'nan', '2.0**53', '2.0**53+2', '1e100',
    '-3.7', '9007199254740993.0', '4.35', '0.3', '1/3', '2.675', '1e15', '1e17', '123.456',
]
rows = []


def ask(*expressions):
    rows.extend(expressions)


def pairs(left, right, n):
    every = [(a, b) for a in left for b in right]
    return rng.sample(every, min(n, len(every)))


for op in 'add sub mul floordiv mod truediv divmod band bor bxor'.split():
    for a, b in pairs(INTS, INTS, 60):
        ask(f'{op}({a}, {b})')
for op in 'lt le eq ne'.split():
    for a, b in pairs(INTS, INTS, 14):
        ask(f'{op}({a}, {b})')
for a in INTS:
    ask(f'neg({a})', f'pos({a})', f'abs({a})', f'hash({a})', f'repr({a})', f'({a}).bit_length()',
        f'({a}).bit_count()', f'sys.getsizeof({a})', f'hex({a})', f'oct({a})', f'bin({a})',
        f'float({a})', f'bool({a})')
    if a not in ('True', 'False'):
        ask(f'inv({a})')
for op in 'lshift rshift'.split():
    for a, b in pairs(INTS, ['0', '1', '5', '29', '30', '31', '60', '61', '100', '-1'], 50):
        ask(f'{op}({a}, {b})')
ask('lshift(0, 10**30)', 'lshift(1, 10**30)', 'rshift(5, 10**30)', 'rshift(-5, 10**30)',
    'rshift(-(2**100), 10**30)', 'lshift(True, 3)', 'lshift(1, 2**62)')
for a, b in pairs(INTS, ['0', '1', '2', '3', '4', '5', '10', '17', '33', '-1', '-2', 'True'], 80):
    ask(f'power({a}, {b})')
for a, b, c in [(a, b, c) for a in ['2', '-3', '10**20', '7', '0'] for b in
                ['0', '1', '5', '100', '2**70', '-1', '-3'] for c in
                ['1', '-1', '2', '5', '-7', '10**9+7', '-(10**20+39)', '0', '2**89-1']]:
    if rng.random() < 0.3:
        ask(f'pow({a}, {b}, {c})')
ask('pow(2, 3, None)', 'pow(2, 3, 1.5)', 'pow(2.0, 3, 4)', 'pow(2, 3.0, 4)', 'pow(2, -1, None)',
    'power(0, -1)', 'power(0, -5)', 'power(2, -1074)', 'power(10, -400)', 'power(10**400, -1)',
    'pow(38, -1, 97)', 'pow(2, -2, 9)', 'pow(1j, 2, 3)', 'pow(3, 1j)', 'pow(2, 1<<20, 1000007)',
    'power(3, 200) % 1000', 'len(str(power(3, 5000)))', 'power(2, 0.5)', 'power(-8, 1/3)')

for op in 'add sub mul floordiv mod truediv divmod'.split():
    for a, b in pairs(FLOATS, FLOATS, 45):
        ask(f'{op}({a}, {b})')
    for a, b in pairs(FLOATS, INTS, 15):
        ask(f'{op}({a}, {b})')
    for a, b in pairs(INTS, FLOATS, 15):
        ask(f'{op}({a}, {b})')
for op in 'lt le eq ne'.split():
    for a, b in pairs(FLOATS, FLOATS + INTS, 30):
        ask(f'{op}({a}, {b})')
    for a, b in pairs(INTS, FLOATS, 10):
        ask(f'{op}({a}, {b})')
for a, b in pairs(FLOATS, FLOATS + ['2', '3', '-1', '0', '10'], 110):
    ask(f'power({a}, {b})')
for a in FLOATS:
    ask(f'neg({a})', f'abs({a})', f'repr({a})', f'int({a})', f'({a}).is_integer()',
        f'({a}).as_integer_ratio()', f'({a}).hex()', f'round({a})', f'round({a}, 1)',
        f'round({a}, -1)', f'bool({a})', f'math.floor({a})', f'math.ceil({a})', f'math.trunc({a})')
    if a != 'nan':
        ask(f'hash({a})')
for a, n in pairs(FLOATS, ['0', '2', '3', '5', '10', '16', '-2', '-16', '-308', '-309', '323',
                            '324', '2**70', '-2**70', 'None'], 60):
    ask(f'round({a}, {n})')
for a, n in pairs(INTS, ['0', '1', '-1', '-2', '-5', '-9', '-20', '-200', 'None', '2**70'], 60):
    ask(f'round({a}, {n})')
ask('round(15, -1)', 'round(25, -1)', 'round(-25, -1)', 'round(5, -1)', 'round(-5, -1)',
    'round(1.5, "a")', 'round(1, 1.5)', 'round(2.5)', 'round(3.5)', 'round(-0.5)', 'round(0.5)',
    'round(1e308, -308)', 'round(1.7976931348623157e308, -308)', 'round(2.675, 2)',
    '(5).__round__(None)', '(5).__round__()', '(1.5).__round__(None)', 'round(5.015, 2)')

SPECS = ['', 'd', 'b', 'o', 'x', 'X', 'c', 'n', 'e', 'E', 'f', 'F', 'g', 'G', '%', ',', '_', '_b',
         '_x', '#b', '#o', '#x', '#X', '+', ' ', '-', '10', '<10', '>10', '^10', '=10', '010',
         '+010', '*^12', '*<12d', '*>+12d', '0=12d', '#012x', '012,', '013,', '014,', '020,d',
         '020_x', '#_x', 'z', '.2', '.2f', '.0f', '#.0f', '.3e', '#.3g', '.10g', '+.1%', ',.2f',
         '015,.2f', 'z.1f', '_.3f', '=+15,.1f', '^20.3e', '08.3f', '.1', '.17g', '.0e', '.30f',
         's', '\\x01', 'y', ',b', ',n', '_c', ',_', '_,', '99999999999999999999', '.', '.99999999999',
         'abc', '10d5', '+c', '#c', '¤>10', '1.', '5,5', '<', '=', '00', '=05', '0<5']
for a, s in pairs(['0', '5', '-5', '65', '1234567', '-1234567', '2**70', '-(10**25)', 'True',
                   'I(77)'], SPECS, 330):
    ask(f'format({a}, {s!r})')
for a, s in pairs(['0.0', '-0.0', '1.5', '-1234567.891', '1e100', '1e-7', 'inf', '-inf', 'nan',
                   '123456.0', '0.00012345', '2.5', '-0.04', 'F(2.25)', '1e16', '999999.5'],
                  SPECS, 330):
    ask(f'format({a}, {s!r})')
for a, s in pairs(['1j', '0j', '-0.0+1j', '1+2j', '-1.5-2.5j', 'complex(nan, inf)', '1e20+1e-20j',
                   '1234.5678+0j'],
                  ['', 'e', 'f', 'g', 'n', '.2f', '+', ' ', '+.1e', '20', '<20', '^20', '>20.1f',
                   '*^30', '010', '=10', '%', 'd', 'G', '.3', ',', ',.2f', '#.3g', 'F', '.0f',
                   '_'], 90):
    ask(f'format({a}, {s!r})')
ask("format(3, 5)", "(3).__format__(5)", "(3.0).__format__(None)", "(1j).__format__(5)",
    "'%d' % 3", "'%5d|%-5d|%05d' % (3, 4, -5)", "'%x %X %o %#x' % (255, 255, 8, 255)",
    "'%e %f %g' % (1.5, 1.5, 1.5)", "'%.3f' % 2", "'%d' % 3.7", "'%d' % 'a'", "'%x' % 1.5",
    "'%c' % 65", "'%+d % d' % (3, 4)", "'%i' % True", "'%.2e' % 123456", "f'{3.14159:.2f}'",
    "f'{10**20:,}'", "'{:>{}}'.format(5, 8)", "'{0:b} {0:#o}'.format(10)")

for text in ['12', ' 12 ', '-12', '+12', '- 12', '1_000', '_1', '1_', '1__0', '', ' ', '0x1f', '1f',
             '0b11', '0o17', '١٢', '1.5', 'abc', 'z', '12\\n', '\\u20031', '0', '00', '01', '-0',
             '12a', '1 2', '\\x1f5', '9' * 30]:
    ask(f"int('{text}')")
    for base in [0, 2, 8, 16, 36]:
        if rng.random() < 0.55:
            ask(f"int('{text}', {base})")
ask("int('10', 3)", "int('zz', 36)", "int('1', 1)", "int('1', 37)", "int('1', -1)", "int('1', 2**70)",
    "int('1', 'a')", "int(1, 2)", "int(x='1')", "int(base=2)", "int('11', base=2)", "int('1', 2, 3)",
    "int('1', foo=2)", 'int()', 'int(1.9)', 'int(-1.9)', 'int(nan)', 'int(inf)', 'int([])',
    'int(None)', 'int(1j)', "int(b'12')", "int(b'1x')", "int(bytearray(b'7'))", "int(b'11', 2)",
    "int('\\0')", "int('1\\0')", "int('9' * 5000)", "int('9' * 4300) == 10**4300 - 1",
    "int('f' * 5000, 16) == 16**5000 - 1", "len(str(10**4299))", "str(10**4300)", "repr(10**5000)",
    "len(hex(10**5000))", "int('1' * 4301, 10)", "int(Int(5))", "int(Int('a'))", "int(Int(True))",
    'int(Idx(7))', "int(Idx('a'))", 'int(Flt(1.5))', "int('1' * 300, 3)", "int('1_0', 0)",
    "int('0_7', 0)", "int('0x_f', 0)", "int('0x_f', 16)", "int('0x', 16)", "int('0b2', 0)",
    'I(5)', 'I(5) + 1', 'type(I(5) + 1)', 'type(+I(5))', 'type(abs(I(5)))', 'I(10**30)',
    "I('ff', 16)", 'I() == 0', 'sys.getsizeof(I(5))', 'sys.getsizeof(I(10**30))', 'type(I(5).real)',
    'I(5).__getnewargs__()', '(5).__getnewargs__()', 'I.from_bytes(b"\\x01\\x02")',
    'type(I.from_bytes(b"\\x01"))', 'bool(I(0))', 'I(3) is I(3)', 'hash(I(-1))', 'repr(I(7))',
    'I(300) == 300', 'divmod(I(7), 2)', 'type(I(7) // 1)', 'type(round(I(7)))', 'type(int(I(7)))')
for a in ['0', '1', '255', '256', '-1', '-128', '-129', '2**64', '-2**63', '10**20']:
    for args in ['', "1, 'big'", "2, 'little'", "9, 'big'", "1, 'big', signed=True",
                 "8, 'little', signed=True", "16, byteorder='little', signed=True", '0']:
        if rng.random() < 0.5:
            ask(f'({a}).to_bytes({args})')
ask("(1).to_bytes(1, 'foo')", "(1).to_bytes(-1)", "(1).to_bytes('a')", "(1).to_bytes(1, 5)",
    "(1).to_bytes(length=2)", "(1).to_bytes(1, 'big', True)", "(1).to_bytes(bar=1)",
    "int.from_bytes(b'')", "int.from_bytes(b'\\xff\\x00')", "int.from_bytes(b'\\xff\\x00', 'little')",
    "int.from_bytes(b'\\xff\\x00', 'big', signed=True)", "int.from_bytes([1, 2, 3])",
    "int.from_bytes([300])", "int.from_bytes('a')", "int.from_bytes(5)", "int.from_bytes()",
    "int.from_bytes(b'a', 'x')", "int.from_bytes(b'\\x80', signed=True)",
    "int.from_bytes(bytes(range(40)), 'little')", "int.from_bytes(bytearray(b'ab'))",
    '(10).as_integer_ratio()', '(-3).is_integer()', '(5).conjugate()', '(5).real', '(5).imag',
    '(5).numerator', '(5).denominator', '(5).__trunc__()', '(5).__floor__()', '(5).__ceil__()',
    '(5).__index__()', '(5).__add__(2.0)', '(5).__radd__(2)', '(5).__pow__(2, 7)', '(5).__rpow__(2)',
    '(5).__divmod__(3)', '(5).__rdivmod__(17)', '(5).__eq__(5.0)', '(5).__lt__(6)', '(5).__bool__()',
    '(5).__sizeof__()', '(0).__sizeof__()', '(2**60).__sizeof__()', "(5).__format__('x')", "(5).__new__(int, '7')", '(5).__getattribute__("real")', '(5).foo',
    'add(1, "a")', 'sub(1, None)', 'mul([], 1.5)', 'floordiv(1, "a")', 'mod(1, [])', 'lshift(1, 1.0)',
    'band(1, 1.0)', 'neg("a")', 'inv(1.5)', 'lt(1, "a")', 'lt(1, None)', 'divmod(1, "a")',
    'power("a", 2)', 'truediv(1, "a")', 'abs("a")', 'add(True, True)', 'band(True, False)',
    'bor(True, False)', 'bxor(True, True)', 'band(True, 3)', 'bor(False, 8)', 'bxor(True, 2)',
    'neg(True)', 'True.real', 'repr(True)', 'str(False)', "format(True, 'd')", "format(True, '')",
    'bool(1, 2)', 'bool(x=1)', 'bool()', 'bool([])', "bool('a')", 'bool(nan)', 'hash(True)',
    'int(True)', 'float(True)', 'True.bit_length()', 'True + 0.5', 'sys.getsizeof(True)',
    'isinstance(True, int)', 'True.__and__(1)', 'True.__and__(1.0)', 'type(True & True)')

for text in ['1', ' 1.5 ', '-1.5e3', '1e400', '-1e400', '1e-400', 'inf', '-Infinity', 'NaN', '-nan',
             '1_0.5', '1__0', '_1', '1_', '1_.5', '1._5', '.5', '5.', '.', 'e5', '1e', '1e+', '0x10',
             '1 2', '', ' ', '١.٥', '1e5_0', '\\u20031', '+-1', '1d5', 'infi', '1.5\\n', '1\\0',
             '17976931348623158' + '0' * 292, '2.4703282292062327e-324', '2.4703282292062328e-324',
             '9007199254740993', '0.1e1_0', '1.0000000000000002220446049250313080847263336181640625']:
    ask(f"float('{text}')")
ask('float()', 'float(1, 2)', 'float(x=1)', 'float(None)', 'float([])', 'float(1j)', "float(b'1.5')",
    "float(b'x')", "float(bytearray(b'2'))", 'float(10**400)', 'float(-10**400)', 'float(2**1024 - 2**970)',
    'float(2**1024 - 2**970 - 1)', 'float(Idx(3))', 'float(Flt(2.5))', "float(Flt('a'))", 'float(Flt(F(1.5)))',
    'type(float(F(1.5)))', 'F(1.5)', "F('2.5')", 'F(1.5) + 1', 'type(F(1.5) + 1)', 'type(-F(1.5))',
    'type(+F(1.5))', 'sys.getsizeof(F(1.5))', 'sys.getsizeof(1.5)', 'F(1.5).__getnewargs__()',
    'type(F(1.5).real)', 'float.fromhex("0x1.8p3")', 'float.fromhex("1.8")', 'float.fromhex("-0x.1p-4")',
    'float.fromhex("inf")', 'float.fromhex("-nan")', 'float.fromhex("zz")', 'float.fromhex("")',
    'float.fromhex("0x1p5000")', 'float.fromhex("0x1p-5000")', 'float.fromhex("0x1.fffffffffffff8p0")',
    'float.fromhex("0x1.fffffffffffff7p0")', 'float.fromhex("0x0.8p-1073")', 'float.fromhex("0x0.8p-1074")',
    'float.fromhex("0x1p")', 'float.fromhex(" 0xAp1 ")', 'float.fromhex(5)', 'F.fromhex("0x1p1")',
    'type(F.fromhex("0x1p1"))', 'float.fromhex("0x1.ffffffffffffffp1023")', '(1.5).conjugate()',
    '(1.5).real', '(1.5).imag', '(-1.5).__trunc__()', '(1.5).__floor__()', '(1.5).__ceil__()',
    '(1.5).__int__()', '(1.5).__float__()', '(1.5).__add__(1)', '(1.5).__add__("a")', '(1.5).__radd__(1)',
    '(1.5).__divmod__(1)', '(1.5).__rdivmod__(4)', '(1.5).__pow__(2, 3)', '(1.5).__pow__(2)',
    '(1.5).__eq__(1.5)', '(1.5).__lt__("a")', '(1.5).__getnewargs__()', 'float.__getformat__("double")',
    'float.__getformat__("x")', 'float.__getformat__(5)', 'add(1.5, "a")', 'floordiv(1.5, "a")',
    'mod(1.5, 0)', 'floordiv(1.5, 0)', 'truediv(1.5, 0)', 'divmod(1.5, 0)', 'power(0.0, -1)',
    'power(-0.0, -3)', 'power(2.0, 5000)', 'power(-2.0, 1025)', 'power(1e300, 2)', 'power(1e-300, 2)',
    'power(-8.0, 1/3)', 'power(-8, 0.5)', 'power(2, 0.5)', 'power(10.0, 308)', 'power(10.0, -5)',
    'power(1.0000001, 1e7)', 'power(0.1, 3)', 'power(3.3, 4.4)', 'power(123.456, -7.89)', 'lshift(1.5, 1)',
    'band(1.5, 1)', 'item(1.5, 0)', '(1.5).foo', 'hash(0.5)', 'hash(1e300)', 'hash(-1.0)', 'hash(2.0**61)',
    'hash(5e-324)', 'hash(2.0**61 - 2.0**9)', 'eq(2**53 + 1, 2.0**53)', 'lt(2**53, 2.0**53 + 2)',
    'eq(10**400, inf)', 'lt(10**400, inf)', 'lt(-inf, -10**400)', 'eq(nan, nan)', 'lt(10**400, nan)',
    'add(10**400, 1.0)', 'mul(1e308, 10)', 'sum([0.1] * 10)', 'sum([1, 2.5, True])', 'max(1, 2.0, True)')

CS = ['0j', '1j', '-1j', '1+0j', '3+4j', '-3.5+2j', '1e200+1e200j', 'complex(nan, 1)', 'complex(inf, -0.0)',
      'complex(-0.0, 0.0)', '2', '-1.5', '0']
for op in 'add sub mul truediv eq ne'.split():
    for a, b in pairs(CS[:10], CS, 22):
        ask(f'{op}({a}, {b})')
for a, b in pairs(['0j', '1j', '3+4j', '-2+0j', '0.5-1.5j', '2', '-1.5', '1e150+1e150j'],
                  ['0', '1', '2', '-1', '3', '10', '-5', '0.5', '1j', '1+1j', '-0.5+2j', '101', '0j', '-1j'], 60):
    ask(f'power({a}, {b})')
for a in CS[:10]:
    ask(f'repr({a})', f'abs({a})', f'neg({a})', f'pos({a})', f'bool({a})', f'({a}).conjugate()', f'({a}).real', f'({a}).imag')
    if 'nan' not in a:
        ask(f'hash({a})')
for text in ['1', '1j', '1+2j', '-1-2j', ' 1+2j ', '(1+2j)', '( 1+2j )', '(1+2j', '1 + 2j', 'j', '+j', '-j', '1+j',
             '1-j', 'inf+nanj', '1e5j', '1e5+1e-5J', '', 'a', '1+', '1+2', '1j2', '1_0+2_0j', '1__0', '١+٢j', '1+2jj',
             '.5-.5j', '1e+5', '1+-2j', 'infj', 'nan', '-inf-infj', '3.j', '(j)', '()', '1+2j\\0']:
    ask(f"complex('{text}')")
ask('complex()', 'complex(1)', 'complex(1, 2)', 'complex(1.5, -2)', 'complex(1j, 1)', 'complex(1, 1j)',
    'complex(1j, 1j)', 'complex(1, 2, 3)', "complex('1', 2)", "complex(1, '2')", 'complex([])', 'complex(1, [])',
    'complex(None)', 'complex(real=1, imag=2)', 'complex(imag=2)', 'complex(foo=2)', 'complex(1, real=2)',
    'complex(Cpx(1+2j))', 'complex(Cpx(5))', 'complex(Flt(2.5))', 'complex(Idx(3))', 'complex(Flt(1.0), Idx(3))',
    'complex(10**400)', "complex(b'1')", 'C(1, 2)', 'type(C(1, 2) + 1)', 'type(+C(1, 2))', 'C("1+2j")',
    'sys.getsizeof(1j)', 'sys.getsizeof(C(1))', '(1+2j).__getnewargs__()', '(1+2j).__complex__()',
    'floordiv(1j, 1)', 'mod(1j, 1)', 'divmod(1j, 1)', 'lt(1j, 2j)', 'int(1j)', 'float(1j)', 'round(1j)',
    'truediv(1j, 0)', 'power(0j, -1)', 'power(0j, 1j)', 'power(1e200j, 5)', 'abs(1e308+1e308j)', 'pow(1j, 2, 3)',
    'add(1j, "a")', 'eq(1j, "a")', 'eq(2+0j, 2)', 'eq(complex(2**53, 0), 2**53 + 1)', 'add(1j, 10**400)',
    '(1+2j).real', '(1j).foo', 'hash(1+0j)', 'hash(0.5j)', 'sum([1j, 2])', '(3+4j) * (1-2j) / 3j')

for r in ['range(0)', 'range(5)', 'range(2, 10, 3)', 'range(10, 0, -3)', 'range(0, -5)', 'range(2**70)',
          'range(-2**65, 2**65, 2**60)', 'range(1, 2)', 'range(5, 5, -1)']:
    ask(f'repr({r})', f'hash({r})', f'bool({r})', f'len({r})', f'({r}).start', f'({r}).stop', f'({r}).step',
        f'item({r}, 0)', f'item({r}, -1)', f'item({r}, 2)', f'cut({r}, 1, None, None)', f'cut({r}, None, None, -1)',
        f'cut({r}, -3, None, 2)', f'has({r}, 4)', f'has({r}, 4.0)', f'has({r}, -1)', f'({r}).count(2)',
        f'({r}).index(2)', f'({r}).__reduce__()', f'type(iter({r}))', f'type(reversed({r}))',
        f'iter({r}).__length_hint__()', f'iter({r}).__reduce__()', f'next(iter({r}), "end")',
        f'next(reversed({r}), "end")', f'eq({r}, range(0, 5, 1))')
ask('list(range(5))', 'list(range(10, 0, -3))', 'list(reversed(range(2, 10, 3)))', 'list(range(2**64, 2**64 + 3))',
    'list(reversed(range(2**64, 2**64 + 5, 2)))', 'range()', 'range(1, 2, 0)', 'range(1, 2, 3, 4)', 'range(1.5)',
    "range('a')", 'range(None)', 'range(x=1)', 'range(Idx(3))', 'range(True)', 'item(range(5), 5)', 'item(range(5), -6)',
    'item(range(5), "a")', 'item(range(5), 1.0)', 'item(range(5), 2**80)', 'cut(range(5), 1, 2, 0)', 'cut(range(5), "a", 2, 1)',
    'cut(range(10), 2, 8, 3)', 'cut(range(10), 8, 2, -3)', 'cut(range(10), -100, 100, 1)', 'cut(range(10), 2**70, None, -1)',
    'lt(range(1), range(2))', 'add(range(1), range(2))', 'mul(range(2), 2)', 'range(5).index(9)', 'range(5).index("a")',
    'range(5).index(2.0)', 'range(5).count(2.5)', 'range(5).count(3.0)', 'has(range(5), "a")', 'has(range(0, 10, 3), 9)',
    'has(range(0, 10, 3), 8)', 'has(range(10, 0, -3), 7)', 'has(range(10, 0, -3), 0)', 'has(range(5), True)',
    'has(range(5), I(3))', 'range(2**63 - 3, 2**63 + 3)[4]', 'type(iter(range(2**63 - 3, 2**63 + 3)))',
    'list(range(2**63 - 2, 2**63 + 2))', 'list(range(2**31 - 2, 2**31 + 2))', 'list(range(-2**31 + 1, -2**31 - 3, -1))',
    'sys.getsizeof(range(3))', 'sys.getsizeof(iter(range(3)))', 'sys.getsizeof(iter(range(2**80)))', 'eq(range(0), range(3, 3))',
    'eq(range(0, 3, 2), range(0, 4, 2))', 'ne(range(3), range(4))', 'eq(range(3), [0, 1, 2])', 'sum(range(101))', 'max(range(7))',
    'sorted(range(5), reverse=True)', 'tuple(range(3))', 'range(3).foo', 'hash(range(3)) == hash((3, 0, 1))',
    'slice(5)', 'slice(1, 2)', 'slice(1, 2, 3)', 'slice(None)', 'slice()', 'slice(1, 2, 3, 4)', 'slice(x=1)', "slice('a', [], 1.5)",
    'slice(1, 2, 3).start', 'slice(1, 2, 3).stop', 'slice(1, 2).step', 'slice(1, 2).indices(5)', 'slice(None, None, -1).indices(5)',
    'slice(-3, None).indices(5)', 'slice(-30, 30, 2).indices(5)', 'slice(30, -30, -2).indices(5)', 'slice(None, None, 0).indices(5)',
    'slice("a").indices(5)', 'slice(1).indices(-1)', 'slice(1).indices("a")', 'slice(1, 2).indices(2**70)',
    'slice(-1, None, -2**70).indices(2**71)', 'slice(Idx(1), Idx(3)).indices(10)', 'eq(slice(1, 2), slice(1, 2))',
    'lt(slice(1, 2), slice(1, 3))', 'le(slice(1, 2), slice(1, 2))', 'eq(slice(1), (None, 1, None))', 'hash(slice(1, 2, 3))',
    'hash(slice(None))', 'hash(slice([]))', 'slice(1, 2).__reduce__()', 'sys.getsizeof(slice(1))', 'slice(1).foo',
    '{slice(1, 2): 3}', 'lt(slice(1), slice("a"))')

names = {'__name__': '__main__'}
exec(PRELUDE, names)
table = []
for expression in rows:
    try:
        value = repr(eval(expression, names))
        # addresses differ from run to run
        if ' at 0x' not in value:
            table.append([expression, 'v', value])
    except BaseException as error:
        table.append([expression, 'e', f'{type(error).__name__}: {error}'])

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, 'numbers.json'), 'w', encoding='utf-8') as file:
    release = '.'.join(map(str, sys.version_info[:3]))
    file.write('{"release": "%s",\n"prelude": %s,\n"rows": [\n' % (release, json.dumps(PRELUDE)))
    file.write(',\n'.join(json.dumps(row) for row in table))
    file.write('\n]}\n')
print(len(table), 'rows')
