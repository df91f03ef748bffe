/**
 * Statements whose words fit together: templates in which `{list}` stands for any expression that
 * gives a list, and so on. Names l0 to l2 always hold lists, d0 to d2 dicts, and so on.
 */
import type { Chance } from './random.ts';

const EXPRESSIONS: Readonly<Record<string, readonly string[]>> = {
  int: [
    '0',
    '1',
    '-1',
    '2',
    '3',
    '5',
    '257',
    '2**30',
    '2**40',
    '10**25',
    '-2**63',
    'i0',
    'i1',
    'i2',
    'len({seq})',
    '({int} + {int})',
    '({int} - {int})',
    '({int} * {int})',
    '({int} // {int})',
    '({int} % {int})',
    '({int} & {int})',
    '({int} | {int})',
    '({int} ^ {int})',
    '({int} << 3)',
    '({int} >> 2)',
    '(~{int})',
    '(-{int})',
    'hash({hashable})',
    '{list}.count({any})',
    '{str}.find({str})',
    'int({str})',
    'round({float})',
    '{int}.bit_length()',
    'max({int}, {int})',
    'sum([{int}, {int}])',
    'sys.getrefcount({any})',
    'abs({int})',
    'ord({str}[0])',
    'pow({int}, 2, 7)',
    'int.from_bytes({bytes})',
    '{tuple}.index({any})',
    'next({iter})',
    '({int} if {bool} else {int})',
  ],
  float: [
    '0.5',
    '1e10',
    'float({int})',
    '({float} * {float})',
    '({int} / {int})',
    '{float}.__abs__()',
  ],
  bool: [
    'True',
    'False',
    '({any} == {any})',
    '({any} in {seq})',
    '({int} < {int})',
    '(not {any})',
    '({any} is {any})',
    'isinstance({any}, {cls})',
    '({set} <= {set})',
    'any({seq})',
    '({str} < {str})',
    'callable({any})',
    '{str}.startswith({str})',
    '({list} < {list})',
    '({dict} == {dict})',
    'bool({any})',
  ],
  str: [
    "''",
    "'a'",
    "'abc'",
    "'é'",
    "'\\u20ac'",
    "'a b c'",
    "'%s %r'",
    's0',
    's1',
    's2',
    '({str} + {str})',
    '({str} * 3)',
    '{str}[{int}:{int}]',
    '{str}[::-1]',
    'str({any})',
    'repr({any})',
    '{str}.upper()',
    "{str}.join(['x', {str}])",
    '{str}.replace({str}, {str})',
    "f'{{str}!r:>12}'",
    "'%s' % ({any},)",
    "'{}'.format({any})",
    '{bytes}.decode()',
    '{str}.strip()',
    'chr(97 + {int} % 26)',
    '{str}.title()',
    'type({any}).__name__',
    "format({int}, 'x')",
    '{str}.center(9)',
    '{str}.casefold()',
    'ascii({any})',
  ],
  bytes: [
    "b''",
    "b'abc'",
    '{str}.encode()',
    'bytes({int} % 9)',
    '({bytes} + {bytes})',
    '{bytes}[1:]',
    'bytes([1, 2])',
    '{bytes}.hex().encode()',
    '{bytes}.replace(b"a", b"bb")',
    'bytearray({bytes})',
  ],
  list: [
    '[]',
    '[{any}]',
    '[{any}, {any}]',
    '[*{seq}]',
    'l0',
    'l1',
    'l2',
    '({list} + {list})',
    '({list} * 2)',
    '{list}[{int}:{int}]',
    '{list}[::2]',
    'list({seq})',
    'sorted({seq}, key=repr)',
    '{list}.copy()',
    '{str}.split()',
    '[x for x in {seq}]',
    '[{any} for x in {seq} if x]',
    'list({iter})',
    'list({dict}.items())',
    '[[x, y] for x in {seq} for y in {seq}]',
    'dir({any})',
    'gc.get_referents({any})',
    'list(map({func}, {seq}))',
    'list(reversed({list}))',
    '[None] * ({int} % 50)',
    'list(range({int} % 40))',
  ],
  tuple: [
    '()',
    '({any},)',
    '({any}, {any})',
    't0',
    't1',
    't2',
    '({tuple} + {tuple})',
    '{tuple}[1:]',
    'tuple({seq})',
    '(*{seq}, {any})',
    'divmod({int}, {int})',
    '{str}.partition({str})',
    '({tuple} * 2)',
    '{cls}.__mro__',
    'tuple({iter})',
  ],
  dict: [
    '{}',
    '{{hashable}: {any}}',
    '{**{dict}, {hashable}: {any}}',
    'd0',
    'd1',
    'd2',
    'dict({dict})',
    'dict.fromkeys({seq}, {any})',
    '({dict} | {dict})',
    '{dict}.copy()',
    '{x: {any} for x in {seq}}',
    'dict(zip({seq}, {seq}))',
    'dict(a={any}, b={any})',
    'vars({obj})',
    '{obj}.__dict__',
    'dict({obj}.__dict__)',
  ],
  set: [
    'set()',
    '{{hashable}}',
    '{{hashable}, {hashable}}',
    'z0',
    'z1',
    'z2',
    'set({seq})',
    '({set} | {set})',
    '({set} & {set})',
    '({set} - {set})',
    '({set} ^ {set})',
    '{x for x in {seq}}',
    'frozenset({seq})',
    '{set}.copy()',
    '{set}.union({seq})',
    '{dict}.keys()',
    '({dict}.keys() & {set})',
  ],
  seq: [
    '{list}',
    '{list}',
    '{tuple}',
    '{str}',
    '{dict}',
    '{set}',
    'range({int} % 60)',
    '{bytes}',
    '{dict}.values()',
  ],
  iter: [
    'iter({seq})',
    '(x for x in {seq})',
    '(({any}) for x in {seq} if x)',
    'zip({seq}, {seq})',
    'n0',
    'n1',
    'enumerate({seq})',
    'map({func}, {seq})',
    'filter({func}, {seq})',
    'reversed({list})',
    '{gen}',
    'iter({dict}.items())',
    'filter(None, {seq})',
    'iter({list}.pop, {any})',
  ],
  gen: ['g0', 'g1', 'made()', 'delegating({iter})', 'catching()'],
  func: [
    'lambda x=None, *r: {any}',
    'f0',
    'f1',
    'str',
    'len',
    'repr',
    '{obj}.method',
    'l0.append',
    'closure({any})',
    'd0.get',
    '{obj}.__eq__',
    'id',
    'type',
    'int',
    'list',
    '{cls}',
    'hash',
    "''.join",
    'print',
    'sum',
  ],
  cls: [
    'int',
    'str',
    'list',
    'dict',
    'object',
    'Plain',
    'Slotted',
    'Odd',
    'MyList',
    'MyDict',
    'c0',
    'Fault',
    'type({any})',
  ],
  obj: [
    'Plain({any})',
    'Plain({any}, {any})',
    'Slotted({any})',
    'o0',
    'o1',
    'o2',
    'Odd({any})',
    'MyList({seq})',
    'MyDict({dict})',
    'Fault({any})',
    'c0()',
    'Odd({list})',
    'Dies({any})',
    'Dies({list})',
  ],
  hashable: [
    '{int}',
    '{str}',
    '{tuple}',
    '{float}',
    'None',
    '{obj}',
    'frozenset({seq})',
    '{cls}',
    '{func}',
    '{bool}',
  ],
  any: [
    '{int}',
    '{int}',
    '{float}',
    '{str}',
    '{str}',
    '{bytes}',
    '{list}',
    '{list}',
    '{tuple}',
    '{dict}',
    '{set}',
    '{iter}',
    '{func}',
    '{obj}',
    '{obj}',
    'None',
    '{bool}',
    '{cls}',
    'l0[{int}]',
    'd0[{hashable}]',
    'd0.get({hashable})',
    '{obj}.p',
    'getattr({obj}, {str}, {any})',
    '({func})({any})',
    '({func})()',
    '({any} or {any})',
    '({any} if {bool} else {any})',
    '{list}.pop()',
    'weakref.ref({obj})',
    'weakref.proxy({obj})',
    '{dict}.pop({hashable}, {any})',
    'next({iter}, {any})',
    '{gen}.send({any})',
    'gc.collect({int} % 3)',
    'copy({any})',
    'super(MyList, MyList())',
    'sys._getframe()',
    'sys.exc_info()',
    'ExceptionGroup("e", [Fault(1)])',
    'iter',
  ],
};

const STATEMENTS: readonly string[] = [
  'l{n} = {list}',
  'd{n} = {dict}',
  't{n} = {tuple}',
  's{n} = {str}',
  'i{n} = {int}',
  'z{n} = set({set})',
  'o{n} = {obj}',
  'n{n} = {iter}',
  'g{n} = {gen}',
  'f{n} = {func}',
  'l{n}.append({any})',
  'l{n}.extend({seq})',
  'l{n}.insert({int}, {any})',
  'l{n}.pop({int})',
  'l{n}.remove({any})',
  'l{n}.sort(key=repr)',
  'l{n}.reverse()',
  'l{n}[{int}] = {any}',
  'l{n}[{int}:{int}] = {seq}',
  'l{n}[::2] = {seq}',
  'del l{n}[{int}]',
  'l{n} += {seq}',
  'l{n} *= {int} % 4',
  'del l{n}[{int}:{int}]',
  'd{n}[{hashable}] = {any}',
  'del d{n}[{hashable}]',
  'l{n}.sort()',
  'd{n}.update({dict})',
  'd{n}.setdefault({hashable}, {any})',
  'd{n}.popitem()',
  'd{n} |= {dict}',
  'd{n}.clear()',
  'z{n}.add({hashable})',
  'z{n}.discard({hashable})',
  'z{n} -= {set}',
  'z{n} |= {set}',
  'z{n}.update({seq})',
  's{n} += {str}',
  't{n} += {tuple}',
  'i{n} += {int}',
  '{obj}.p = {any}',
  'o{n}.p = {any}',
  'o{n}.q = {any}',
  'del o{n}.p',
  'o{n}.{attr} = {any}',
  'o{n}.__dict__ = {dict}',
  'o{n}.__class__ = {cls}',
  'i0, i1 = {int}, {int}',
  'l0, *l1 = {seq}, {any}, {any}',
  'l{n}[0], l{n}[1] = l{n}[1], l{n}[0]',
  'l{n}.append(l{n})',
  'd{n}["me"] = d{n}',
  'o{n}.me = o{n}',
  'gc.collect()',
  'del o{n}; o{n} = None',
  'raise Fault({any})',
  'raise Fault({any}) from Fault({any})',
  'assert {bool}, {any}',
  'print(len(str({any})))',
  'for x in {seq}: l0.append(x)',
  'for x, y in {dict}.items(): d0[y] = x',
  'for x in {iter}: i0 += 1',
  'while i0 % 7: i0 += 1',
  'with Manager({any}) as o{n}: l0.append({any})',
  '({func})(*{seq})',
  'with Manager({any}) as o{n}: raise Fault({any})',
  '({func})(**{dict})',
  'next(g{n})',
  'g{n}.throw(Fault({any}))',
  'g{n}.close()',
  'list(g{n})',
  'n{n} = iter(g{n})',
  'setattr(o{n}, {str}, {any})',
  'delattr(o{n}, {str})',
  'o{n}.method()',
  'o{n}()',
  'o{n}[{any}]',
  'o{n}[{any}] = {any}',
  'o{n} + {any}',
  'o{n} += {any}',
  '{any} + o{n}',
  'c0 = type("Made", ({cls},), {dict})',
  'Plain.{attr} = {any}',
  'Plain.{dunder} = {func}',
  'Odd.{dunder} = {func}',
  'del Plain.{attr}',
  'eval({str})',
  'exec("l0 = " + repr({any}))',
  'globals().update({dict})',
  'l{n} = l{n}[:9]',
  'kept = weakref.ref(o{n}, {func})',
  'sys.setrecursionlimit(120 + {int} % 50)',
  '{any}',
  '{any}',
  'str({any})[:200]',
  'd{n}, l{n} = dict(enumerate(l{n})), list(d{n})',
  'x = y = {any}',
  'copy(o{n})',
  'repr({any})',
  'hash({any})',
];

const ATTRIBUTES = ['p', 'q', 'r', 'method', '__doc__', '__slots__', 'other'];
const DUNDERS = [
  '__eq__',
  '__hash__',
  '__len__',
  '__getitem__',
  '__iter__',
  '__call__',
  '__add__',
  '__del__',
  '__repr__',
  '__bool__',
  '__getattr__',
  '__setattr__',
  '__lt__',
  '__contains__',
  '__next__',
  '__index__',
  '__enter__',
  '__init__',
  '__new__',
];

/** What the templates use: classes with little surprises, generators, and names of every kind. */
export const TYPED_PRELUDE = `
class Plain:
    p = None
    def __init__(self, *args):
        self.args = args
        if args: self.p = args[0]
    def method(self, *args): return args or self
class Slotted:
    __slots__ = ('p', 'q', '__weakref__')
    def __init__(self, p): self.p = p
class Fault(Exception):
    pass
class Odd:
    def __init__(self, p): self.p = p
    def __eq__(self, other): l0.append(other); return bool(l0)
    def __hash__(self): d0.pop(1, 0); return 1
    def __lt__(self, other): l0.clear(); return True
    def __len__(self): z0.clear(); return 3
    def __getitem__(self, i):
        if i == 3: raise IndexError
        l0.append(i); return self.p
    def __call__(self, *args): del l0[:2]; return self.p
    def __add__(self, other): return other
    def __radd__(self, other): d0.clear(); return self
    def __repr__(self): l1[:] = []; return 'odd'
    def __index__(self): l0.append(None); return 1
    def __bool__(self): d0['odd'] = self; return True
    def __del__(self): l2.append(self)
class Dies:
    def __init__(self, p): self.p = p
    def __del__(self): l2.append(self.p); d2.clear(); l1.pop()
class MyList(list):
    def __getattr__(self, name): return self.append
class MyDict(dict):
    def __missing__(self, key): return self
class Manager:
    def __init__(self, p): self.p = p
    def __enter__(self): return self.p
    def __exit__(self, *exc): l1.append(exc); return len(l1) % 2
def made():
    x = 0
    try:
        while x < 5:
            y = yield x, l0
            l0.append(y)
            x += 1
    finally:
        d0['made'] = x
def delegating(it):
    try:
        return (yield from it)
    except Fault as e:
        yield e
def catching():
    while True:
        try: yield
        except Fault as e: l1.append(e)
def closure(x):
    def inner(y=None):
        nonlocal x
        x, y = y, x
        return y
    return inner
def copy(x): return x.__copy__() if hasattr(x, '__copy__') else type(x)(x)
l0, l1, l2 = [1, 2, 3], [], ['a', 'b']
d0, d1, d2 = {1: 2}, {}, {'a': []}
t0, t1, t2 = (), (1, 2), ([],)
s0, s1, s2 = 'abc', '', 'x' * 20
i0, i1, i2 = 3, 0, 2**70
z0, z1, z2 = {1, 2}, set(), {'a'}
o0, o1, o2 = Plain(1), Slotted([]), Odd(2)
n0, n1, n2 = iter(l0), iter([]), iter('abc')
g0, g1, g2 = made(), catching(), delegating(made())
f0, f1, f2 = len, closure(1), lambda *r: r
c0 = Plain
kept = None
`;

/** A statement on one line. */
export function typedStatement(chance: Chance): string {
  return fill(chance.pick(STATEMENTS), 3, chance);
}

/** A template with its places filled in. */
export function fill(template: string, depth: number, chance: Chance): string {
  return template.replace(/\{([a-z]+)\}/g, (_all, kind: string) => {
    if (kind === 'n') return String(chance.below(3));
    if (kind === 'k') return String(chance.below(100_000));
    if (kind === 'attr') return chance.pick(ATTRIBUTES);
    if (kind === 'dunder') return chance.pick(DUNDERS);
    return expression(kind, depth, chance);
  });
}

function expression(kind: string, depth: number, chance: Chance): string {
  const templates = EXPRESSIONS[kind]!;
  if (depth > 0) return fill(chance.pick(templates), depth - 1, chance);
  const plain = templates.filter((template) => !/\{[a-z]+\}/.test(template));
  if (plain.length > 0) return chance.pick(plain);
  return kind === 'obj' ? 'o0' : kind === 'seq' ? 'l0' : kind === 'iter' ? 'n0' : 'None';
}
