/** Built-in functions that reach outside say what CPython 3.13.0 says with nothing to read. */
import { expect, it } from 'vitest';
import { runToEnd } from '../../../engine/whole.ts';

const prelude = `
import sys, types
def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, 'errno', None), getattr(e, 'filename', None))
class Lines:
    lines = ['a\\n', 'b']
    def readline(self):
        return self.lines.pop(0) if self.lines else ''
`;

/** What stands on the right was printed by \`python3.13 program < /dev/null\`. */
const recorded: readonly (readonly [string, string])[] = [
  ["show(lambda: input('name? '))", 'name? EOFError EOF when reading a line None None'],
  ['show(lambda: input(1, 2))', 'TypeError input expected at most 1 argument, got 2 None None'],
  [
    "sys.stdin = Lines()\nshow(input)\nshow(lambda: input('p'))\nshow(input)",
    'a\npb\nEOFError EOF when reading a line None None',
  ],
  ['sys.stdin = None\nshow(input)', 'RuntimeError input(): lost sys.stdin None None'],
  [
    "show(lambda: open('/nowhere/x'))",
    "FileNotFoundError [Errno 2] No such file or directory: '/nowhere/x' 2 /nowhere/x",
  ],
  ["show(lambda: open('x', 'z'))", "ValueError invalid mode: 'z' None None"],
  ['show(lambda: open(99))', 'OSError [Errno 9] Bad file descriptor 9 None'],
  [
    'show(lambda: open([1]))',
    'TypeError expected str, bytes or os.PathLike object, not list None None',
  ],
  [
    "show(lambda: open('x', mode=3))",
    "TypeError open() argument 'mode' must be str, not int None None",
  ],
  ['show(lambda: exit())', 'SystemExit None None None'],
  ["show(lambda: quit('bye'))", 'SystemExit bye None None'],
  [
    'sys.breakpointhook = lambda *a, **k: (a, k)\nshow(lambda: breakpoint(1, x=2))',
    "((1,), {'x': 2})",
  ],
  [
    "m = types.ModuleType('m')\nm.b = 1\nprint(dir(m))",
    "['__doc__', '__loader__', '__name__', '__package__', '__spec__', 'b']",
  ],
  ["m = types.ModuleType('m')\nm.__dir__ = lambda: ['z', 'a']\nprint(dir(m))", "['a', 'z']"],
];

it.each(recorded)('%s', (program, expected) => {
  const source = prelude + program;
  const run = runToEnd({ source, filename: 'program.py', profile: '3.13', mode: 'script' });
  const stdout = run.output.filter((piece) => piece.stream === 'stdout');
  expect(stdout.map((piece) => piece.text).join('')).toBe(`${expected}\n`);
});

it('makes no file', () => {
  const source = "open('x', 'w')";
  const run = runToEnd({ source, filename: 'program.py', profile: '3.13', mode: 'script' });
  expect(run.ending).toEqual({ kind: 'exit', code: 1 });
  const text = run.output.map((piece) => piece.text).join('');
  expect(text).toContain("OSError: [Errno 30] Read-only file system: 'x'");
});
