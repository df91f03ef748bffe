/** The command line as people meet it: outputs, exit statuses, sentences. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../cli/pymemlab.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pymemlab-'));

function pymemlab(args: readonly string[], input = '') {
  const done = spawnSync(process.execPath, [command, ...args], { input, encoding: 'utf8' });
  return { stdout: done.stdout, stderr: done.stderr, exit: done.status };
}

function program(name: string, source: string): string {
  const file = join(folder, name);
  writeFileSync(file, source);
  return file;
}

describe('pymemlab run', () => {
  it('prints what the program prints', () => {
    const file = program('hello.py', 'print("hello")\n');
    expect(pymemlab(['run', file])).toEqual({ stdout: 'hello\n', stderr: '', exit: 0 });
  });

  it('prints a traceback for an uncaught exception, status 1', () => {
    const file = program('raise.py', 'def f(x):\n    return 1 / x\n\nf(0)\n');
    const { stdout, stderr, exit } = pymemlab(['run', file]);
    expect({ stdout, exit }).toEqual({ stdout: '', exit: 1 });
    expect(stderr).toBe(
      `Traceback (most recent call last):\n` +
        `  File "${file}", line 4, in <module>\n    f(0)\n    ~^^^\n` +
        `  File "${file}", line 2, in f\n    return 1 / x\n           ~~^~~\n` +
        `ZeroDivisionError: division by zero\n`,
    );
  });

  it('prints a SyntaxError with line and caret, status 1', () => {
    const file = program('syntax.py', 'x = 1\nif x = 2:\n    pass\n');
    const { stderr, exit } = pymemlab(['run', file]);
    expect(exit).toBe(1);
    expect(stderr).toBe(
      `  File "${file}", line 2\n    if x = 2:\n       ^^^^^\n` +
        `SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?\n`,
    );
  });

  it('takes the status of sys.exit', () => {
    const file = program('exit.py', 'import sys\nsys.exit(7)\n');
    expect(pymemlab(['run', file]).exit).toBe(7);
    const text = program('exit-text.py', 'import sys\nsys.exit("bye")\n');
    expect(pymemlab(['run', text])).toEqual({ stdout: '', stderr: 'bye\n', exit: 1 });
  });

  it('stops an endless loop at a stated limit, status 3, one line', () => {
    const file = program('loop.py', 'print("start")\nwhile True:\n    pass\n');
    const { stdout, stderr, exit } = pymemlab(['run', file]);
    expect({ stdout, exit }).toEqual({ stdout: 'start\n', exit: 3 });
    expect(stderr).toMatch(/^pymemlab: [^\n]*limit[^\n]*\n$/);
  });

  it('names what it does not support, with line and column, status 4, one line', () => {
    const file = program('name.py', 'x = 1\ns = "\\N{CJK UNIFIED IDEOGRAPH-4E00}"\n');
    const { stderr, exit } = pymemlab(['run', file]);
    expect(exit).toBe(4);
    const place = 'line 2, column 5';
    expect(stderr).toBe(`pymemlab: not supported: \\N{...} character name (${place})\n`);
  });

  it('echoes expressions at the prompt and gives each input its own code', () => {
    const file = program('prompt.py', 'e = 888888888\nf = 888888888\ne is f\n_\n1/0\n"on"\n');
    const { stdout, stderr, exit } = pymemlab(['run', '--mode', 'repl', file]);
    expect({ stdout, exit }).toEqual({ stdout: "False\nFalse\n'on'\n", exit: 0 });
    expect(stderr).toContain('ZeroDivisionError: division by zero');
  });

  it('knows that 3.14.0 to 3.14.4 have another collector than 3.14', () => {
    const file = program('gc.py', 'import gc\nprint(gc.get_threshold())\n');
    expect(pymemlab(['run', '--python', '3.14.0', file]).stdout).toBe('(2000, 10, 0)\n');
    expect(pymemlab(['run', '--python', '3.14', file]).stdout).toBe('(2000, 10, 10)\n');
    expect(pymemlab(['run', '--python', '3.14.5', file]).stderr).toMatch(/not a release/);
  });

  it('says in a sentence what is wrong with a call', () => {
    expect(pymemlab(['run']).stderr).toBe('pymemlab: run takes one file\n');
    expect(pymemlab(['run', 'nothing.py']).stderr).toMatch(/^pymemlab: cannot read nothing\.py: /);
    expect(pymemlab(['run', '--python', '1.5', 'x.py']).stderr).toMatch(/1\.5 is not a release/);
    expect(pymemlab(['walk']).stderr).toMatch(/there is no command 'walk'/);
  });
});

describe('pymemlab batch', () => {
  it('answers every line in order, whatever goes wrong', () => {
    const good = program('good.py', 'print(1)\n');
    const bad = program('bad.py', 'raise SystemExit(5)\n');
    const loop = program('loop2.py', 'while True: pass\n');
    const lines = [
      { file: good, version: '3.13' },
      { file: bad, version: '3.13' },
      { file: join(folder, 'missing.py'), version: '3.13' },
      { file: loop, version: '3.13' },
      { file: good, version: '9.9' },
      { file: good, version: '3.13' },
    ].map((line) => JSON.stringify(line));
    const { stdout, exit } = pymemlab(['batch'], `${lines.join('\n')}\nnot json\n`);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(exit).toBe(0);
    expect(answers).toHaveLength(7);
    expect(answers[0]).toEqual({ stdout: '1\n', stderr: '', exit: 0 });
    expect(answers[1].exit).toBe(5);
    expect(answers[2].stderr).toMatch(/missing\.py/);
    expect(answers[3].exit).toBe(3);
    expect(answers[4].exit).toBe(2);
    expect(answers[5]).toEqual(answers[0]);
    expect(answers[6].exit).toBe(2);
  });
});

describe('pymemlab pymalloc', () => {
  it('answers a recorded sequence to the letter', () => {
    const trace = new URL('../pymalloc-traces/py3.13-ss-s1-n2000-m0.txt.gz', import.meta.url);
    const args = ['pymalloc', '--python', '3.13', '--base-offset', '0', fileURLToPath(trace)];
    const { stdout, exit } = pymemlab(args);
    expect(exit).toBe(0);
    const requests = stdout.split('\n').filter((line) => /^[arf] /.test(line));
    expect(requests.length).toBeGreaterThan(1900);
    expect(readFileSync(trace).length).toBeGreaterThan(0);
  });

  it('says what is wrong with a request, after the answers before it', () => {
    const { stdout, stderr, exit } = pymemlab(['pymalloc'], 'a 1 16\nf 1\nf 1\n');
    expect({ stdout, exit }).toEqual({ stdout: 'A 0 1048576\na 1 16 0 48\nf 1\n', exit: 2 });
    expect(stderr).toBe("pymemlab: line 3: block 1 was freed on line 2: 'f 1'\n");
  });

  it('has the allocators of older posts', () => {
    const { stdout } = pymemlab(['pymalloc', '--geometry', '256-byte-threshold'], 'a 1 300\n');
    expect(stdout).toBe('# 256-byte-threshold: from source, not measured\na 1 300 raw\n');
    const { stderr, exit } = pymemlab(['pymalloc', '--geometry', 'x'], '');
    expect({ stderr, exit }).toEqual({
      stderr: 'pymemlab: --geometry is one of 8-byte-alignment, 256-byte-threshold, not x\n',
      exit: 2,
    });
  });
});

describe('PYTHONMALLOC', () => {
  const file = program('blocks.py', 'import sys\nprint(sys.getallocatedblocks() > 0)\n');
  const env = { ...process.env, PYTHONMALLOC: 'malloc' };

  it('is honoured; --malloc wins', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [command, 'run', ...args], { env, encoding: 'utf8' });
    expect(run(file).stdout).toBe('False\n');
    expect(run('--malloc', 'pymalloc_debug', file).stdout).toBe('True\n');
    const { stderr, status } = run('--malloc', 'bogus', file);
    expect(stderr).toBe(
      'Fatal Python error: preconfig_init_allocator: PYTHONMALLOC: unknown allocator\n' +
        'Python runtime state: preinitializing\n\n',
    );
    expect(status).toBe(1);
    expect(run('--malloc', 'mimalloc', file).status).toBe(4);
    expect(run('--malloc', 'mimalloc', '--python', '3.12', file).status).toBe(1);
  });

  it('ends a program that damaged its memory as CPython does', () => {
    const source = `import ctypes
s = bytes(bytearray(b'x' * 20))
ctypes.memset(id(s) + 53, 0, 1)
del s
print('never')
`;
    const { stdout, stderr, exit } = pymemlab([
      'run',
      '--malloc',
      'debug',
      program('d.py', source),
    ]);
    expect({ stdout, exit }).toEqual({ stdout: '', exit: 134 });
    expect(stderr).toContain('Fatal Python error: _PyMem_DebugRawFree: bad trailing pad byte\n');
    expect(stderr).toMatch(/most recent call first\):\n {2}File ".*d\.py", line 4 in <module>\n$/);
  });
});
