/**
 * What CPython's own tests and made-up programs found in the engine, each as small as it gets: the
 * program must print what CPython 3.13 prints, and the machine must be sound afterwards.
 */
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../engine/whole.ts';

const MEBIBYTE = 1024 * 1024;

/** @param memory of the machine, in MiB */
function run(source: string, memory = 32, profile: '3.13' | '3.8' = '3.13', code = 0): string {
  const program = { source, filename: 'found.py', profile, mode: 'script' } as const;
  const options = { check: true, memory: memory * MEBIBYTE, steps: 2_000_000 };
  const { ending, output } = runToEnd(program, options);
  expect(ending).toEqual({ kind: 'exit', code });
  return output.map(({ text }) => text).join('');
}

describe('numbers', () => {
  it('raises to exponents whose highest digit is 1', () => {
    expect(run('print(pow(3, 2**30, 1000007), pow(10, 2**61 - 3, 2**61 - 1))')).toBe(
      '890713 2075258708292324556\n',
    );
  });

  it('takes -2**63 as an index', () => {
    const source = `
for f in (lambda i: [1][i], lambda i: 'a'[i], lambda i: [1] * i):
    try: print(f(-2**63))
    except Exception as e: print(e)`;
    expect(run(source)).toBe('list index out of range\nstring index out of range\n[]\n');
  });

  it('knows the length of a range near 2**63', () => {
    expect(run('import sys; print(len(range(sys.maxsize)) == sys.maxsize)')).toBe('True\n');
  });

  it('raises zero to minus infinity', () => {
    expect(run("print(0.0 ** float('-inf'))")).toBe('inf\n');
  });
});

describe('texts that no memory holds', () => {
  it.each([
    "f'{7:{2**31}}'",
    "f'{7.5:.{2**31-2}f}'",
    "'%*d' % (2**31-1, 7)",
    "'%.*f' % (2**31-1, 7.5)",
    "b'%*d' % (2**31-1, 7)",
    "b'\\t'.expandtabs(2**31-1)",
  ])('%s is a MemoryError', (expression) => {
    expect(run(`try: ${expression}\nexcept MemoryError: print('full')`)).toBe('full\n');
  });

  it('keeps what a long precision does not cut', () => {
    const source = "print('%.2000000000s' % 'abc', '{:.2000000000}'.format('abc'))";
    expect(run(source)).toBe('abc abc\n');
  });
});

describe('containers', () => {
  it('extends a list by an iterator that promises too much', () => {
    const source = `
class Many:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): return 2**63 - 1
a = [1]
a.extend(Many())
print(a)`;
    expect(run(source)).toBe('[1]\n');
  });

  it('lets go of the items when a tuple finds no memory', () => {
    const source = `
class A:
    def next(self): return self
try: tuple(iter(A().next, None))
except MemoryError: print('full')`;
    expect(run(source, 12)).toBe('full\n');
  });

  it('looks a key up once in setdefault', () => {
    const source = `
class Key:
    n = 0
    def __hash__(self): return 42
    def __eq__(self, other): Key.n += 1; return self is other
d = {Key(): 5}
d.setdefault(Key(), 1)
print(Key.n)`;
    expect(run(source)).toBe('1\n');
  });

  it('asks a key for its index before it refuses', () => {
    const source = `
class Key:
    def __index__(self): print('asked'); return 0
class A: pass
try: A()[Key()] = 1
except TypeError as e: print(e)`;
    expect(run(source)).toBe("asked\n'A' object does not support item assignment\n");
  });
});

describe('globals', () => {
  it('finds what hides a builtin 2**20 changes of dicts later', () => {
    const source = `
def look(): return len
d = {}
def change(n):
    for i in range(n): d[0] = i
look()
change(2**20 - 1)
len = 5
print(look())`;
    expect(run(source)).toBe('5\n');
  });
});

describe('classes', () => {
  it('ends a repr that is its own str', () => {
    const source = `
class A: pass
A.__repr__ = A.__str__
try: repr(A())
except RecursionError: print('deep')`;
    expect(run(source)).toBe('deep\n');
  });

  it('survives bases assigned while an MRO is computed', () => {
    const source = `
class M(type):
    def mro(cls):
        if on:
            if cls.__name__ == 'B1': B2.__bases__ = (B1,)
            if cls.__name__ == 'B2': B1.__bases__ = (B2,)
        return type.mro(cls)
on = False
class A(metaclass=M): pass
class B1(A): pass
class B2(A): pass
on = True
try: B1.__bases__ += ()
except TypeError as e: print(e)`;
    expect(run(source)).toBe('a __bases__ item causes an inheritance cycle\n');
  });

  it('survives __next__ deleted by __next__', () => {
    const source = `
class A:
    def __iter__(self): return self
    def __next__(self):
        del A.__next__
        return 1
try:
    for i in A(): pass
except TypeError as e: print(e)`;
    expect(run(source)).toBe("'A' object is not iterable\n");
  });

  it('finds an attribute by a str of a subclass', () => {
    const source = `
class Name(str): pass
class A:
    def __init__(self): self.p = 1
print(getattr(A(), Name('p')))`;
    expect(run(source)).toBe('1\n');
  });
});

describe('exceptions', () => {
  it('throws no class into a generator', () => {
    const source = `
class E(Exception):
    def __new__(cls): return cls
def f(): yield
try: f().throw(E)
except TypeError as e: print(e)`;
    expect(run(source)).toBe(
      "calling <class '__main__.E'> should have returned an instance of BaseException, not type\n",
    );
  });

  it('runs code with free variables only with their cells', () => {
    const source = `
def f(x): return lambda: print(x)
try: exec(f(1).__code__)
except TypeError as e: print(e)
exec(f(1).__code__, closure=f(2).__closure__)`;
    expect(run(source)).toBe('code object requires a closure of exactly length 1\n2\n');
  });
});

describe('warnings', () => {
  const DEPRECATED =
    "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16.";

  it('of the machine ask the module warnings', () => {
    const source = `
import warnings
t = True
class I:
    def __int__(self): return True
with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter('always')
    ~t; int(I()); eval('1 is 1')
print([(w.category.__name__, str(w.message)[:40], w.lineno) for w in found])
warnings.simplefilter('error')
for act in (lambda: ~t, lambda: eval('1 is 1')):
    try: act()
    except Exception as e: print(type(e).__name__, str(e)[:50])`;
    expect(run(source)).toBe(
      "[('DeprecationWarning', \"Bitwise inversion '~' on bool is depreca\", 8), " +
        "('DeprecationWarning', '__int__ returned non-int (type bool).  T', 8), " +
        "('SyntaxWarning', '\"is\" with \\'int\\' literal. Did you mean \"=', 1)]\n" +
        "DeprecationWarning Bitwise inversion '~' on bool is deprecated and wi\n" +
        'SyntaxError "is" with \'int\' literal. Did you mean "=="? (<stri\n',
    );
  });

  it('are printed by the machine when nobody imported that', () => {
    const text = run('t = True\nfor i in range(3): ~t\nx = "\\d"');
    expect(text).toContain(
      `found.py:3: SyntaxWarning: invalid escape sequence '\\d'\n  x = "\\d"\n`,
    );
    expect(text.split(DEPRECATED)).toHaveLength(2);
  });
});

describe('before 3.10', () => {
  it('a SyntaxError has no fields for its end', () => {
    const source = `
for i in range(3):
    try: raise SyntaxError('a', ('f', 1, 1, 't'))
    except SyntaxError as e: print(e, e.text, hasattr(e, 'end_lineno'))
try: eval('1 +')
except SyntaxError as e: print(e.args)`;
    expect(run(source, 32, '3.8')).toBe(
      `${'a (f, line 1) t False\n'.repeat(3)}('unexpected EOF while parsing', ('<string>', 1, 3, '1 +'))\n`,
    );
  });
});

describe('exit', () => {
  it('lets modules go in the order of CPython, with hooks for what is not caught', () => {
    const source = `
import sys, types, atexit
class D:
    def __init__(self, name): self.name = name
    def __del__(self, print=print): print('del', self.name)
z, _p, a = D('z'), D('_p'), D('a')
made = types.ModuleType('made')
made.f, made.x, made._y = (lambda: made), D('made.x'), D('made._y')
sys.modules['made'] = made
sys.keep = made
atexit.register(print, 'exit')
sys.excepthook = lambda kind, value, tb: print('hook', value)
def f():
    local = D('local')
    raise ValueError('boom')
f()`;
    expect(run(source, 32, '3.13', 1)).toBe(
      'hook boom\nexit\ndel local\ndel made._y\ndel made.x\n',
    );
  });
});
