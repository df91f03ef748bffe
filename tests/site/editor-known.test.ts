/** Completion and hover: every name is one that the machine has, and every sentence is there twice. */
import { expect, test } from 'vitest';
import { defaultProfile, runToEnd } from '../../engine/whole.ts';
import data from '../../src/components/editor/known.json' with { type: 'json' };
import { completionsFor, lookUp } from '../../src/components/editor/known.ts';

const names = Object.entries(data).flatMap(([module, entries]) =>
  Object.keys(entries)
    .filter((name) => name !== '')
    .map((name) => `${module}.${name}`),
);

test('the machine has every name', () => {
  const source = [
    `import ${Object.keys(data).join(', ')}`,
    `for name in ${JSON.stringify(names)}:`,
    '    module, _, member = name.partition(".")',
    '    if not hasattr(globals()[module], member):',
    '        print(name)',
  ].join('\n');
  const program = { source, filename: 'a.py', profile: defaultProfile, mode: 'script' } as const;
  const { ending, output } = runToEnd(program);
  expect(ending).toEqual({ kind: 'exit', code: 0 });
  expect(output).toEqual([]);
  expect(names.length).toBeGreaterThan(80);
});

test('every entry has a signature that begins with its name, and a sentence in both languages', () => {
  for (const [module, entries] of Object.entries(data))
    for (const [name, [signature, en, zh]] of Object.entries(entries)) {
      expect(signature).toMatch(new RegExp(`^${name || module}(?!\\w)`));
      expect(en).toMatch(/\.$/);
      expect(zh).toMatch(/。$/);
    }
});

test('behind a module and its dot stand its names, elsewhere modules and builtins', () => {
  const of = (before: string) => completionsFor(before, 'en').map(({ name }) => name);
  expect(of('gc.co')).toContain('collect');
  expect(of('gc.')).not.toContain('print');
  expect(of('x = pr')).toEqual(expect.arrayContaining(['gc', 'print']));
  expect(of('import w')).toContain('weakref');
  expect(of('import w')).not.toContain('print');
  expect(of('a.b.')).toEqual([]);
  expect(of('x.')).toEqual([]);
  expect(of('# pr')).toEqual([]);
});

test('a name is looked up where it stands, in the page’s language', () => {
  expect(lookUp('gc', 'collect', 'en')?.signature).toBe('collect(generation=2)');
  expect(lookUp(null, 'id', 'zh-CN')?.text).toMatch(/地址/);
  expect(lookUp(null, 'gc', 'en')?.kind).toBe('module');
  expect(lookUp('', 'id', 'en')).toBeNull();
  expect(lookUp('x', 'collect', 'en')).toBeNull();
});
