"""Records what a real 3.13 answers to expressions about str, bytes and bytearray.

    python3.13 tests/engine/objects/record-text-table.py > tests/engine/objects/text-table.json

Each line of the table is [expression, outcome]: the repr of the value, or "!Type: message".
text-table.test.ts runs the same expressions on the machine.
"""
import json
import sys

assert sys.version_info[:2] == (3, 13)
table = []
seen = set()


def outcome(expression):
    try:
        return repr(eval(expression, {}))
    except Exception as error:
        return '!' + type(error).__name__ + ': ' + str(error)


def add(*expressions):
    for expression in expressions:
        if expression not in seen:
            seen.add(expression)
            table.append([expression, outcome(expression)])


texts = ["''", "'a'", "'abc'", "'Hello World'", "'  padded\\t\\n'", "'aXbXc'", "'\\xe9t\\xe9'",
         "'\\u0394\\u03b1\\u03a3'", "'\\U0001f600x'", "'a\\tb\\tcc'", "'l1\\nl2\\r\\nl3\\x0bl4\\u2028l5'",
         "'123'", "'\\xb2\\xbd'", "'\\u0663'", "'stra\\xdfe'", "'\\u01c5'", "'a\\'b\"c'", "'\\ud800'"]
byte_texts = ["b''", "b'a'", "b'abc'", "b'Hello World'", "b'  padded\\t\\n'", "b'aXbXc'", "b'\\xff\\x00'",
              "b'a\\tb'", "b'l1\\nl2\\r\\nl3\\x0bl4'", "b'123'", "b'a\\'b\"c'"]
no_argument = ['capitalize', 'casefold', 'isalnum', 'isalpha', 'isascii', 'isdecimal', 'isdigit',
               'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper',
               'lower', 'upper', 'title', 'swapcase', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit',
               'splitlines', 'expandtabs', 'encode', '__repr__', '__len__', '__sizeof__', '__hash__',
               '__getnewargs__', '__str__']
for text in texts:
    for name in no_argument:
        if name == '__hash__' and 'ud800' in text:
            continue
        add(f'{text}.{name}()')
    for extra in ["[0]", "[-1]", "[5]", "[1:]", "[:1]", "[::-1]", "[::2]", "[1:2]", "[-2:]", "[9:]", " * 2",
                  " * 0", " + 'z'", " in 'abc'", " == 'abc'", " < 'abc'", " >= 'a'", ".splitlines(True)",
                  ".encode('ascii', 'backslashreplace')", ".encode('latin-1', 'xmlcharrefreplace')",
                  ".encode('ascii')", ".encode('utf-16')", ".encode('utf-32-be')", ".center(9)",
                  ".center(8, '*')", ".ljust(6, '\\u0394')", ".rjust(6) + '|'", ".zfill(5)"]:
        add(text + extra)
    add(f"ascii({text})", f"list({text})", f"sorted({text})", f"{text}.partition('b')",
        f"{text}.replace('b', 'BB')", f"{text}.find('b')", f"{text}.count('')", f"'%5s|' % {text}",
        f"'{{!r:>12}}'.format({text})", f"format({text}, '*^9.2')", f"{text}.startswith('a')",
        f"','.join({text})", f"{text}.translate({{97: 'AA', 98: None, 99: 67}})")
shared_bytes = [n for n in no_argument if hasattr(b'', n) and n not in ('encode',)]
for text in byte_texts:
    for name in shared_bytes + ['hex', 'decode', '__bytes__']:
        if name in ('__sizeof__',):
            continue
        add(f'{text}.{name}()')
        if name not in ('__hash__', '__getnewargs__', '__bytes__'):
            add(f'bytearray({text}).{name}()')
    for extra in ["[0]", "[-1]", "[5]", "[1:]", "[::-1]", "[::2]", " * 2", " + b'z'", " == b'abc'", " < b'abc'",
                  ".splitlines(True)", ".center(9)", ".zfill(5)", ".ljust(6, b'*')", ".replace(b'b', b'BB')",
                  ".find(b'b')", ".find(98)", ".count(b'')", ".partition(b'b')", ".rpartition(b'b')",
                  ".startswith(b'a')", ".endswith((b'c', b'd'))", ".split(b'X')", ".rsplit(b'X', 1)",
                  ".decode('ascii', 'replace')", ".decode('latin-1')", ".decode('utf-8', 'backslashreplace')",
                  ".translate(None, b'ab')", ".removeprefix(b'a')", ".removesuffix(b'c')", ".hex('-', 2)"]:
        add(text + extra, f'bytearray({text})' + extra)
    add(f'list({text})', f'98 in {text}', f"b'b' in {text}", f'bytes({text})', f'bytearray({text})')

add(  # searching
    "'banana'.find('an')", "'banana'.rfind('an')", "'banana'.find('an', 2)", "'banana'.find('an', 2, 4)",
    "'banana'.find('')", "'banana'.find('', 6)", "'banana'.find('', 7)", "'banana'.rfind('')", "'banana'.rfind('', 7)",
    "'banana'.index('x')", "'banana'.rindex('x')", "'banana'.index('n', -3)", "'banana'.count('an')",
    "'banana'.count('a', 2)", "'banana'.count('', 2, 4)", "'banana'.count('', 9)", "'banana'.find('a', None, None)",
    "'banana'.find()", "'banana'.find(1)", "'banana'.find('a', 'b')", "'banana'.find('a', 1.5)", "'a'.find('a', 0, 0, 0)",
    "'banana'.find('a', -100, 100)", "'banana'.find('a', 10**30)", "'banana'.find('a', -10**30)", "'x'.index(None)",
    "'banana'.startswith('ba', 0)", "'banana'.startswith('na', 2)", "'banana'.startswith('na', 2, 3)",
    "'banana'.endswith('na')", "'banana'.endswith('na', 0, 5)", "'banana'.endswith(('x', 'na'))", "'banana'.startswith(())",
    "'banana'.startswith(1)", "'banana'.startswith((1,))", "'banana'.startswith(['b'])", "'banana'.endswith(b'a')",
    "'banana'.startswith('')", "'banana'.startswith('', 7)", "'banana'.endswith('', 7)", "'a' in 1", "1 in 'a'", "None in 'a'",
    "'an' in 'banana'", "'' in ''", "'\\u0394' in 'abc'", "'b\\u0394' in 'ab\\u0394'", "'abc'.__contains__('c')",
    # splitting
    "'a b  c'.split()", "'a b  c'.split(' ')", "'a b  c'.split(None, 1)", "'a b  c'.rsplit(None, 1)", "'a,b,c'.split(',', 1)",
    "'a,b,c'.rsplit(',', 1)", "'a,b,c'.split(',', 0)", "'a,b,c'.split(sep=',', maxsplit=-1)", "'a<>b<>c'.split('<>')",
    "'a<>b<>c'.rsplit('<>', 1)", "'abc'.split('')", "'abc'.split(1)", "'abc'.split('abcd')", "'abc'.split('\\u0394')",
    "'abc'.split(',', 'x')", "'abc'.split(1, 2, 3)", "'abc'.split(nosuch=1)", "' a b '.split(None, 0)", "''.split(',')", "''.split()",
    "'aaa'.split('a')", "'aaa'.split('aa')", "'aaa'.rsplit('aa')", "'a\\u0394b'.split('\\u0394')", "'1 2 3 4 5 6 7 8 9 10 11 12 13 14'.split()",
    "'1,2,3,4,5,6,7,8,9,10,11,12,13,14'.rsplit(',')", "'a\\u2003b\\x85c'.split()", "'a\\nb\\n'.splitlines()", "'\\n\\n'.splitlines()",
    "'a\\r\\nb'.splitlines(keepends=True)", "'a\\x1cb\\x1db\\x1eb\\x85c\\u2029d'.splitlines()", "'a'.splitlines(1, 2)", "'a'.splitlines(x=1)",
    "'a-b-c'.partition('-')", "'a-b-c'.rpartition('-')", "'abc'.partition('-')", "'abc'.rpartition('-')", "'abc'.partition('')",
    "'abc'.partition(1)", "'abc'.rpartition(None)", "'abc'.partition('abcd')", "'a\\u0394b'.partition('\\u0394')",
    # joining
    "'-'.join(['a', 'b'])", "'-'.join('abc')", "''.join([])", "''.join(['a'])", "','.join(('x', 'y', 'z'))", "'-'.join(['a', 1])",
    "'-'.join(1)", "'-'.join([b'a'])", "'-'.join({'a': 1, 'b': 2})", "'\\u0394'.join(['a', 'b'])", "'-'.join(['a', '\\u0394'])",
    "'-'.join(x for x in 'ab')", "'-'.join(None)", "'-'.join()", "'-'.join(['a'], 1)", "' '.join(['\\U0001f600', '\\xe9'])", "'x'.join([''])",
    # stripping, padding
    "'xxaxx'.strip('x')", "'xyaxy'.lstrip('xy')", "'xyaxy'.rstrip('xy')", "'abc'.strip('')", "' a '.strip(None)", "'a'.strip(1)",
    "'a'.strip(b'a')", "'a'.strip('a', 'b')", "'\\u0394a\\u0394'.strip('\\u0394')", "'\\x1f\\x85a\\u3000'.strip()", "'abc'.removeprefix('ab')",
    "'abc'.removeprefix('x')", "'abc'.removesuffix('bc')", "'abc'.removesuffix('')", "'abc'.removeprefix(1)", "'abc'.removesuffix(None)",
    "'ab'.center(5)", "'ab'.center(6)", "'abc'.center(6, '-')", "'abc'.center(4)", "'a'.center(4)", "'ab'.center(1)", "'ab'.center('x')",
    "'ab'.center(5, 'xy')", "'ab'.center(5, 1)", "'ab'.ljust(5, '.')", "'ab'.rjust(5, '.')", "'ab'.ljust(5.0)", "'ab'.ljust()", "'ab'.rjust(1, 2, 3)",
    "'-5'.zfill(5)", "'+5'.zfill(5)", "'5'.zfill(3)", "'--5'.zfill(6)", "''.zfill(3)", "'abc'.zfill(2)", "'a'.zfill('x')", "'-'.zfill(3)",
    "'a\\tb'.expandtabs()", "'a\\tb'.expandtabs(4)", "'ab\\tc\\n\\td'.expandtabs(4)", "'a\\tb'.expandtabs(0)", "'a\\tb'.expandtabs(-1)",
    "'a\\tb'.expandtabs(tabsize=2)", "'a\\tb'.expandtabs('x')", "'\\t\\t'.expandtabs(3)", "'a\\r\\tb'.expandtabs(4)", "'a\\tb'.expandtabs(10**20)",
    # replacing
    "'aaa'.replace('a', 'b')", "'aaa'.replace('a', 'b', 2)", "'aaa'.replace('a', '')", "'abc'.replace('', '-')", "'abc'.replace('', '-', 2)",
    "'aaa'.replace('aa', 'b')", "'abc'.replace('b', '\\u0394')", "'a\\u0394c'.replace('\\u0394', 'b')", "'abc'.replace('x', 'y')",
    "'abc'.replace('b', 'b')", "'abc'.replace('b', 'xyz', 0)", "'abc'.replace('b', 'y', count=1)", "'abc'.replace(1, 'a')", "'abc'.replace('a', 1)",
    "'abc'.replace('a')", "'abc'.replace('a', 'b', 'c')", "''.replace('', 'x')", "'ab'.replace('ab', '')", "'a\\U0001f600b'.replace('\\U0001f600', 'xy')",
    "'abc'.translate({})", "'abc'.translate({97: 98})", "'abc'.translate({97: 'xyz', 98: None})", "'abc'.translate('xyz')", "'abc'.translate(1)",
    "'abc'.translate({97: 0x110000})", "'abc'.translate({97: 1.5})", "'abc'.translate({97: -1})", "'abc'.translate([])", "''.translate(1)",
    "'abc'.translate({97: 0x1f600})", "str.maketrans('ab', 'xy')", "str.maketrans('ab', 'xy', 'c')", "str.maketrans({'a': 1, 98: 'b'})",
    "str.maketrans({'ab': 1})", "str.maketrans('ab')", "str.maketrans('ab', 'x')", "str.maketrans(1, 'x')", "str.maketrans('a', 1)",
    "str.maketrans('a', 'b', 1)", "str.maketrans({1.5: 1})", "str.maketrans()", "'hello'.translate(str.maketrans('el', 'ip', 'o'))",
    # types and errors
    "'a' + 1", "'a' + b'a'", "'a' + None", "1 + 'a'", "'a' * 'b'", "'a' * 1.5", "'a' * -1", "3 * 'ab'", "'abc'['a']", "'abc'[1.5]", "'abc'[None]",
    "'abc'[3]", "'abc'[-4]", "'abc'[10**20]", "'abc'[::0]", "'abc'['a':]", "'abc'[True]", "'abc'[1:10**30]", "'abc'[-10**30:]", "'abcdef'[4:1:-1]",
    "'abcdef'[::-2]", "'abcdef'[1:5:2]", "'abcdef'[:-1]", "'a\\u0394b\\u0394'[::2]", "'\\U0001f600ab'[1:]", "'a' < 1", "'a' == 1", "'a' != 1",
    "'a' < 'b'", "'a' > '\\u0394'", "'\\U0001f600' > '\\uffff'", "'abc' <= 'abcd'", "'' < 'a'", "'b' >= 'a'", "'a' == b'a'", "~'a'", "-'a'", "'a' - 'b'",
    "str()", "str(1)", "str(b'abc', 'utf-8')", "str(b'abc')", "str(b'\\xff', 'ascii', 'replace')", "str('a', 'utf-8')", "str(1, 'utf-8')", "str(object='x')",
    "str(b'a', encoding='latin-1')", "str(b'a', errors='strict')", "str(1, 2, 3, 4)", "str(b'a', 5)", "str(b'a', 'ascii', 5)", "str(b'a', 'nosuch')",
    "str(b'\\xff', 'utf-8')", "str(bytearray(b'xyz'), 'ascii')", "str(None)", "str([1, 'a'])", "str(x=1)", "str(b'a', encoding=None)", "hash('')",
    "hash('abc')", "hash('abcdefgh')", "hash('abcdefghi')", "hash('\\xe9')", "hash('\\u0394\\u0395')", "hash('\\U0001f600')", "hash(b'abc')", "hash(b'')",
    "hash(b'\\xff' * 17)", "hash('a' * 100)", "hash('abc') == hash(b'abc')", "len('\\U0001f600')", "len('\\xe9a')", "iter('abc').__length_hint__()",
    "list(iter('a\\u0394'))", "next(iter(''), 'end')", "'abc'.upper().lower()", "repr('\\x00\\x7f\\x80\\xa0\\xad\\u0378\\u200b\\ue000\\ufeff\\U000e0001')",
    "repr('\\'')", "repr('\"')", "repr('\\'\"')", "repr('\\\\')", "repr('\\t\\n\\r\\x0b')", "ascii('\\xe9\\u0394\\U0001f600')", "'abc'.nosuch", "'abc'()",
    "'abc'.__class__", "str.__mro__", "'a'.__add__('b')", "'a'.__add__(1)", "'a'.__mul__(3)", "'a'.__rmul__(2)", "'a'.__mod__(())", "'%s'.__rmod__('x')",
    "'abc'.__getitem__(1)", "'abc'.__iter__().__class__", "'\\xe9'.__iter__().__class__", "'a'.__eq__(1)", "'a'.__lt__('b')", "'a'.__format__('>3')",
    "'a'.__format__(1)", "str.join('-', ['a', 'b'])", "str.upper(1)", "str.upper()", "'a'.upper(1)", "'a'.isalpha(1)", "'x'.__sizeof__()",
    "'\\u03a3'.lower()", "'A\\u03a3'.lower()", "'A\\u03a3B'.lower()", "'A\\u03a3.'.lower()", "'A.\\u03a3'.lower()", "'\\u03a3A'.lower()",
    "'\\ufb01'.upper()", "'\\ufb01n'.title()", "'\\u0130'.lower()", "'\\u0149'.upper()", "'\\u1e9e'.casefold()", "'\\u1e9e'.lower()", "'\\u0345'.upper()",
    "'\\xaa\\xba'.upper()", "'\\xaaA'.title()", "'they\\'re bill\\'s'.title()", "'x\\xe9Y'.swapcase()", "'\\u01c6'.title()", "'\\u01c6'.capitalize()",
    "'\\u10d0'.upper()", "'\\u10d0'.title()", "'\\u1c90'.lower()", "'\\U00010428'.upper()", "'\\xb5'.upper()", "'\\xff'.upper()", "'\\xdf'.upper()",
    "'ABC'.istitle()", "'Abc Def'.istitle()", "'Abc def'.istitle()", "'A1b'.istitle()", "'1'.isupper()", "'A1'.isupper()", "'\\u01c5'.istitle()",
    "'def'.isidentifier()", "'1a'.isidentifier()", "'_'.isidentifier()", "'\\xaa'.isidentifier()", "'a\\u0300'.isidentifier()", "'\\u2118'.isidentifier()",
)
add(  # encoding
    "'\\xe9'.encode('ascii')", "'a\\xe9\\xe8b'.encode('ascii')", "'\\u0394'.encode('latin-1')", "'a\\u0394'.encode('latin-1', 'replace')",
    "'\\ud800'.encode()", "'\\ud800'.encode('utf-8', 'surrogatepass')", "'\\udcff'.encode('utf-8', 'surrogateescape')", "'\\udcff'.encode('ascii', 'surrogateescape')",
    "'\\ud800'.encode('ascii', 'surrogateescape')", "'\\ud800a'.encode('utf-16-le')", "'\\ud800'.encode('utf-16', 'surrogatepass')", "'\\ud800'.encode('utf-32')",
    "'a'.encode('utf-16')", "'\\U0001f600'.encode('utf-16-be')", "'\\U0001f600'.encode('utf-16-le')", "'\\U0001f600'.encode('utf-32')", "'ab'.encode('UTF8')",
    "'ab'.encode('Latin_1')", "'ab'.encode('iso-8859-1')", "'ab'.encode('nosuch')", "'ab'.encode(1)", "'ab'.encode('utf-8', 1)", "'ab'.encode(errors='ignore')",
    "'a\\xe9'.encode('ascii', 'ignore')", "'a\\xe9'.encode('ascii', 'nosuch')", "'a\\U0001f600'.encode('ascii', 'backslashreplace')",
    "'a\\U0001f600'.encode('ascii', 'xmlcharrefreplace')", "'ab'.encode('us-ascii')", "'\\u07ff\\u0800\\uffff\\U00010000'.encode()", "''.encode('utf-16')",
    "b'\\xff'.decode()", "b'a\\xc3'.decode()", "b'\\xc3a'.decode()", "b'\\xe2\\x82'.decode()", "b'\\xe2\\x82a'.decode()", "b'\\xe0\\x80\\x80'.decode()",
    "b'\\xed\\xa0\\x80'.decode()", "b'\\xed\\xa0\\x80'.decode('utf-8', 'surrogatepass')", "b'\\xf0\\x9f\\x98'.decode()", "b'\\xf5'.decode()", "b'\\xc0\\x80'.decode()",
    "b'\\xf4\\x90\\x80\\x80'.decode()", "b'\\xf0\\x80\\x80\\x80'.decode()", "b'a\\xffb'.decode('utf-8', 'replace')", "b'a\\xffb'.decode('utf-8', 'ignore')",
    "b'\\xe2\\x82a\\xff'.decode('utf-8', 'replace')", "b'a\\xff'.decode('utf-8', 'surrogateescape')", "b'a\\xff'.decode('utf-8', 'backslashreplace')",
    "b'\\xff'.decode('ascii')", "b'\\xff'.decode('ascii', 'surrogateescape')", "b'\\xff'.decode('utf-8', 'nosuch')", "b'a'.decode('nosuch')", "b'\\xe9'.decode('latin-1')",
    "b'\\xff\\xfea\\x00'.decode('utf-16')", "b'\\xfe\\xff\\x00a'.decode('utf-16')", "b'a\\x00'.decode('utf-16')", "b'a'.decode('utf-16')", "b'\\x00\\xd8'.decode('utf-16-le')",
    "b'\\x00\\xd8a\\x00'.decode('utf-16-le')", "b'\\x00\\xdc'.decode('utf-16-le')", "b'=\\xd8\\x00\\xde'.decode('utf-16-le')", "b'a\\x00\\x00\\x00'.decode('utf-32')",
    "b'a\\x00\\x00'.decode('utf-32-le')", "b'\\x00\\x00\\x11\\x00'.decode('utf-32-le')", "b'\\x00\\xd8\\x00\\x00'.decode('utf-32-le')", "b'\\xf0\\x9f\\x98\\x80'.decode()",
    "b'\\xc3\\xa9'.decode()", "b''.decode('utf-16')", "b'abc'.decode(encoding='ascii', errors='strict')", "b'a'.decode(1)", "b'a'.decode('ascii', 1)", "b'\\xf0\\x9fa'.decode()",
    "b'\\xf0\\x9f\\x98a'.decode()", "b'\\xe2a'.decode()", "b'\\xf1'.decode()", "b'\\x80'.decode()", "b'\\xbf'.decode('utf-8', 'replace')",
)
for spec in ["", "s", "5", "<5", ">5", "^5", "^6", "*<5", "*>6", ".2", "5.2", ".0", "\\u0394^7", "05", "=5", "+", " ", "#", ",", "_", "d", "f", "x", "z", "1000000000000000000000",
             ".", "5.x", ".2s", "<<5", "{<3", "10s", "5,", "5_", "s5", "!", "-", "n", "%", "\\xe9<4", ".99999999999999999999", "0<5", "<05", "005"]:
    add(f"format('abc', '{spec}')", f"f'{{\"abc\":{spec}}}'" if '{' not in spec and '!' not in spec else f"format('', '{spec}')")
    add(f"'{{:{spec}}}'.format('xy')")
for spec in ["", "d", "5", "<5", "05", "+", " d", "x", "#x", "#o", "b", "#010x", ",", "_", "_x", "c", "e", ".2f", "%", "g", "n", "s", ".3", "^7", "*^+9,"]:
    add(f"format(1234, '{spec}')", f"'{{:{spec}}}'.format(-42)", f"format(2.5, '{spec}')", f"format(True, '{spec}')")
add(
    "'{}'.format(1)", "'{} {}'.format(1, 2)", "'{1} {0}'.format(1, 2)", "'{a}'.format(a=1)", "'{0}{a}'.format(1, a=2)", "'{}{0}'.format(1)", "'{0}{}'.format(1)",
    "'{'.format()", "'}'.format()", "'{}}'.format(1)", "'{{}}'.format()", "'{{{}}}'.format(1)", "'{}'.format()", "'{5}'.format(1)", "'{a}'.format()", "'{a}'.format(b=1)",
    "'{0[1]}'.format([1, 2])", "'{0[a]}'.format({'a': 1})", "'{0.real}'.format(5)", "'{0.nosuch}'.format(5)", "'{0[5]}'.format([1])", "'{0[a]}'.format([1])", "'{0[}'.format([1])",
    "'{0[]}'.format([1])", "'{0.}'.format(1)", "'{0.real.imag}'.format(1)", "'{0[0][0]}'.format([[7]])", "'{0[0]x}'.format([1])", "'{!r}'.format('a')", "'{!s}'.format('a')",
    "'{!a}'.format('\\xe9')", "'{!x}'.format('a')", "'{!}'.format('a')", "'{!r'.format('a')", "'{!'.format('a')", "'{!rx}'.format('a')", "'{!r:>5}'.format('a')", "'{:{}}'.format('a', 5)",
    "'{:{w}.{p}}'.format('abcdef', w=8, p=3)", "'{:{:{}}}'.format(1, 2, 3)", "'{0:{1}}'.format('a', '>4')", "'{a{b}}'.format(a=1, b=2)", "'{:'.format(1)", "'{0'.format(1)", "'{0:{'.format(1)",
    "'{99999999999999999999}'.format(1)", "'{-1}'.format(1)", "'{ 0}'.format(1)", "'{0 }'.format(1)", "'{a b}'.format(**{'a b': 1})", "'{a.b}'.format(**{'a.b': 1})", "'{}'.format(None)",
    "'{:5}'.format(None)", "'{}'.format([1, 'a'])", "'{:>5}'.format([1])", "'{a}'.format_map({'a': 1})", "'{}'.format_map({})", "'{a}'.format_map({})", "'{a[0]}'.format_map({'a': 'xyz'})",
    "'{a}'.format_map(1)", "'{0}'.format_map([1])", "'\\u0394{}'.format('\\U0001f600')", "'{}\\u0394'.format('a')", "'{:\\u0394>3}'.format('a')", "''.format()", "'abc'.format()", "'{}'.format(1, 2, 3)",
    "'{[a]}'.format({'a': 1})", "'{.real}'.format(1)", "'{0[-1]}'.format([1, 2])", "'{0[-1]}'.format({'-1': 'k'})", "'{0[ ]}'.format({' ': 'k'})", "'{:s}'.format(1)", "'{:d}'.format('a')", "'{:d}'.format(1.5)",
    "'{!\\u0394}'.format(1)", "'{:}}'.format(1)", "'a{}b{}c'.format('x' * 50, 'y' * 60)", "'{0!r}{0!s}'.format('q')", "'{0:>{1}}|{0:<{1}}'.format('a', 3)", "'{x}'.format_map({'x': '{y}'})", "str.format('{}', 3)", "str.format()",
)
percents = ["'%s' % 1", "'%s %s' % (1, 2)", "'%s' % (1, 2)", "'%s %s' % 1", "'%s' % ()", "'%s' % ((1,),)", "'%d' % 1.9", "'%d' % 'a'", "'%d' % None", "'%d' % 1j", "'%i|%u' % (1, 2)", "'%x %X %o' % (255, 255, 8)",
            "'%#x %#X %#o' % (255, 255, 8)", "'%x' % 1.5", "'%x' % 'a'", "'%x' % -255", "'%#x' % -255", "'%5d|%-5d|%05d' % (42, 42, 42)", "'%+d % d' % (5, 5)", "'%+d % d' % (-5, -5)", "'%.3d' % 7", "'%.3d' % -7", "'%6.3d' % 7", "'%06.3d' % 7",
            "'%#6x|%#06x|%-#6x|' % (10, 10, 10)", "'%+#x' % 10", "'% x' % 10", "'%#.4x' % 10", "'%08.3f' % 3.14159", "'%+.2e' % 12345.678", "'%g' % 1e10", "'%G' % 1e-10", "'%f' % 'a'", "'%f' % 1", "'%f' % True", "'%5.1f|' % 2.25", "'%-8.2f|' % 2.5", "'%#.0f' % 1",
            "'%g' % float('inf')", "'%F' % float('inf')", "'%05f' % float('nan')", "'%e' % 0", "'%.0e' % 12345", "'%c' % 97", "'%c' % 'a'", "'%c' % 'ab'", "'%c' % -1", "'%c' % 0x110000", "'%c' % 1.5", "'%5c|%-5c|' % ('a', 'b')", "'%c' % 0x394", "'%c' % True", "'%.0c' % 'a'",
            "'%r' % 'a'", "'%a' % '\\xe9'", "'%r %s' % ([1], {2: 3})", "'%10.3s|' % 'abcdef'", "'%-10s|' % 'abc'", "'%.2r' % 'abc'", "'%5s' % '\\u0394'", "'%(a)s' % {'a': 1}", "'%(a)s %(b)s' % {'a': 1, 'b': 2}", "'%(a)s' % {}", "'%(a)s' % 1", "'%(a)s' % (1,)", "'%(a' % {'a': 1}",
            "'%(a(b)c)s' % {'a(b)c': 5}", "'%()s' % {'': 'e'}", "'%(a)' % {'a': 1}", "'%(a)5d|' % {'a': 1}", "'%(a)*d' % {'a': 1}", "'%s %(a)s' % {'a': 1}", "'%(a)s %s' % {'a': 1}", "'%*d' % (5, 42)", "'%-*d|' % (5, 42)", "'%*d|' % (-5, 42)", "'%.*f' % (2, 3.14159)", "'%*.*f' % (8, 2, 3.14159)",
            "'%*d' % ('a', 1)", "'%*d' % (1,)", "'%.*d' % (-1, 5)", "'%.*d' % ('x', 5)", "'%' % ()", "'%' % 1", "'%5' % 1", "'%.' % 1", "'%l' % 1", "'%ld %hd %Ld' % (1, 2, 3)", "'%lld' % 1", "'%y' % 1", "'%z' % (1,)", "'%\\u0394' % 1", "'%\\x01' % 1", "'%%' % ()", "'100%%' % ()", "'%% %s' % 1", "'%5%' % 1",
            "'abc' % ()", "'abc' % []", "'abc' % {}", "'abc' % 1", "'abc' % (1,)", "'abc' % 'x'", "'%s' % {'a': 1}", "'%s' % [1, 2]", "'%s' % None", "'%s' % b'a'", "'%99999999999999999999d' % 1", "'%.99999999999999999999d' % 1", "'%s' % '\\U0001f600'", "'\\xe9%s' % '\\u0394'", "'%d' % 10**30", "'%x' % 2**70", "'%o' % -(2**64)",
            "'%.50d' % 3", "'%s%s%s' % ('a' * 40, 'b' * 40, 'c' * 40)", "'%i' % 3.99", "'%d' % True", "'%-05d|' % 3", "'%+ d' % 3", "'% +d' % 3", "'%0-5d|' % 3", "'%#d' % 3", "'%#s' % 'a'", "'%05s|' % 'a'", "'%+s' % 'a'", "'%E' % 1.5", "'%.3g' % 1234.5", "'%#g' % 1.0", "'%10.4g|' % 3.14159"]
add(*percents)
add("b'%s' % b'a'", "b'%b' % b'a'", "b'%s' % 'a'", "b'%s' % 1", "b'%d' % 5", "b'%d' % 'a'", "b'%5d|%-5d|' % (1, 2)", "b'%x %#X' % (255, 255)", "b'%c' % 97", "b'%c' % b'a'", "b'%c' % 'a'", "b'%c' % 256", "b'%c' % b'ab'", "b'%a' % '\\xe9'", "b'%r' % 'a'",
    "b'%.2f' % 1.239", "b'%f' % 'a'", "b'%(a)s' % {b'a': b'1'}", "b'%(a)s' % {'a': b'1'}", "b'%s %s' % (b'a',)", "b'%s' % (b'a', b'b')", "b'%y' % 1", "b'%' % 1", "b'%%' % ()", "b'%s' % bytearray(b'q')", "b'%5.1s|' % b'abc'", "b'%-5s|' % b'abc'", "b'%*d' % (4, 2)", "b'abc' % 1", "bytearray(b'%s') % b'a'", "b'%i' % 1.5", "b'%x' % 1.5", "b'%x' % -10", "b'%05d' % -3")
add(  # bytes
    "b'a'.center(5, 'x')", "b'a'.center(5, b'xx')", "b'a'.center(5, 5)", "b'a'.translate(b'')", "b'abc'.translate(None, delete=b'b')", "b'a'.translate('x')", "bytes.maketrans(b'a', b'b') == bytes(range(97)) + b'b' + bytes(range(98, 256))",
    "bytes.maketrans(b'a', b'bc')", "bytes.maketrans(b'a', 'b')", "b'a'.hex('ab')", "b'a'.hex('\\xe9')", "b'a'.hex(1)", "b'abc'.hex('-', 0)", "b'abcde'.hex('-', 2)", "b'abcde'.hex('-', -2)", "b'abc'.hex(sep=b':')", "bytes.fromhex('1')", "bytes.fromhex('12 3g')",
    "bytes.fromhex(1)", "bytes.fromhex('1 2')", "bytes.fromhex('00ff Aa')", "bytes.fromhex('\\xe9')", "bytearray.fromhex('0102')", "b'a'.strip('x')", "b'xax'.strip(b'x')", "b'a'.replace('a', b'')", "b'aaa'.replace(b'a', b'b', 2)", "b'abc'.replace(b'', b'-')", "b'a'.replace(b'a', '')",
    "b'a'.removeprefix('a')", "b'a'.zfill('x')", "b'-1'.zfill(4)", "b'a'.split('x')", "b'a b'.split(None, 0)", "b'a'.split(b'')", "b'a,b,c'.split(b',', 1)", "b','.join([b'a', bytearray(b'b')])", "b'a'.join([1])", "b'a'.join(1)", "b''.join([b'x'])", "bytearray(b',').join([b'a', b'b'])", "b'a'.index(b'z')", "b'a'.rindex(b'z')", "b'a'.find('a')", "b'a'.find(256)", "b'a'.find(-1)",
    "b'a'.startswith('a')", "b'a'.startswith((1,))", "b'a'.endswith('a')", "b'a'.expandtabs('x')", "b'a'.partition('x')", "b'a'.partition(b'')", "b'a' + 'b'", "b'a' + bytearray(b'b')", "bytearray(b'a') + b'b'", "b'a'['x']", "b'a'[5]", "b'a' * 'b'", "'a' in b'a'", "256 in b'a'", "b'a' < 'a'", "b'a' == bytearray(b'a')", "b'a' < bytearray(b'b')", "bytearray(b'a') >= b'a'",
    "bytes()", "bytes(3)", "bytes([1, 2])", "bytes((65, 66))", "bytes('a')", "bytes('a', 'ascii')", "bytes('\\xe9', 'utf-8')", "bytes('\\xe9', 'ascii', 'ignore')", "bytes(-1)", "bytes([256])", "bytes([-1])", "bytes(['a'])", "bytes(1.5)", "bytes('a', 1)", "bytes(5, 'utf8')", "bytes(encoding='x')", "bytes(errors='x')", "bytes(1, 2, 3, 4)", "bytes(x=1)", "bytes(None)", "bytes(range(5))", "bytes(bytearray(b'x'))",
    "bytes(x for x in (1, 2))", "bytes({1: 2})", "bytearray()", "bytearray(3)", "bytearray([1, 2])", "bytearray('a')", "bytearray('a', 'ascii')", "bytearray(-1)", "bytearray(1.5)", "bytearray([256])", "bytearray('a', 1)", "bytearray(b'abc').pop()", "bytearray(b'abc').pop(0)", "bytearray(b'abc').pop(5)", "bytearray().pop()", "bytearray(b'a').append(256)", "bytearray(b'a').append('x')",
    "bytearray(b'a').extend('x')", "bytearray(b'a').extend([300])", "bytearray(b'a').extend(1)", "bytearray(b'a').remove(5)", "bytearray(b'a').insert(0, 256)", "bytearray(b'abc')['x']", "bytearray(b'a')[4]", "bytearray(b'abc')[1:]", "bytearray(b'a').__setitem__(0, 256)", "bytearray(b'a').__setitem__(9, 1)", "bytearray(b'abc').__setitem__(slice(0, 3, 2), b'x')", "bytearray(b'a') + 'b'", "bytearray(b'a').__iadd__('b')", "hash(bytearray())",
    "bytearray(b'a') * 3", "bytearray(b'a').__setitem__('a', 1)", "bytearray(b'a').__delitem__(4)", "bytearray(b'abc').__setitem__(slice(0, 1), 5)", "bytearray(b'abc').__alloc__()", "bytearray(b'abc').__sizeof__()", "bytearray().__sizeof__()", "bytearray(b'ab').copy()", "bytearray(b'abc').reverse()", "bytearray(b'abc').clear()", "list(bytearray(b'ab'))", "iter(b'ab').__length_hint__()", "iter(b'').__class__", "iter(bytearray()).__class__", "b'abc'.__class__", "b'a'.upper(1)", "b'Abc Def'.istitle()",
    "b'abc'.__getitem__(slice(1, None))", "b'abc'.count(b'b', 0, 1)", "b'banana'.rfind(b'an', 0, 4)", "b'banana'.count(97)", "b'a\\nb'.splitlines(True)", "b'they\\'re'.title()", "b'\\xe9'.upper()", "repr(b'\\'')", "repr(b'\\'\"')", "repr(b'\\\\\\t\\n\\r\\x00\\x7f')", "str(b'a')", "'%s' % bytearray(b'a')", "b''.isascii()", "b''.isalpha()", "b'abc'.nosuch", "[1].__class__(b'ab')", "max(b'abc')", "sum(b'ab')", "sorted(b'cab')", "b'abc'.__contains__(97)",
)
# characters of every kind under every test
for ch in ['\\x00', '\\x1c', ' ', '0', 'A', '_', 'z', '\\x7f', '\\x85', '\\xa0', '\\xaa', '\\xb2', '\\xb5', '\\xbc', '\\xd7', '\\xdf', '\\xff', '\\u0130', '\\u0149', '\\u01c5', '\\u0250', '\\u02b0', '\\u0300', '\\u0345', '\\u0378',
           '\\u03a3', '\\u0660', '\\u0e33', '\\u10d0', '\\u1680', '\\u1c90', '\\u1e9e', '\\u1fb3', '\\u1ffc', '\\u2000', '\\u200d', '\\u2028', '\\u2070', '\\u20ac', '\\u2160', '\\u2170', '\\u2460', '\\u24b6', '\\u2c6f', '\\u3007', '\\u3042', '\\u4e00', '\\ua64a',
           '\\uac00', '\\ud800', '\\ue000', '\\ufb03', '\\uff10', '\\uff21', '\\uffff', '\\U00010400', '\\U0001d7ce', '\\U0001f600', '\\U000e0100', '\\U0010ffff']:
    for name in ['isalpha', 'isdecimal', 'isdigit', 'isnumeric', 'isspace', 'isupper', 'islower', 'istitle', 'isprintable', 'isidentifier', 'upper', 'lower', 'title', 'casefold', 'swapcase', '__repr__']:
        add(f"'{ch}'.{name}()")

json.dump(table, sys.stdout, ensure_ascii=True, indent=0)
print(f'\n{len(table)} expressions', file=sys.stderr)
