import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** V8 never optimises a function whose bytecode is longer (--max-optimized-bytecode-size). */
const MAX_OPTIMIZED_BYTECODE = 61_440;

const LOOP = `
def main(n):
    total = 0
    for i in range(n):
        total = (total + i * 3) % 1009
    return total

print(main(600000))
`;

let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pymemlab-loop-'));
  await build({
    entryPoints: [fileURLToPath(new URL('../../../engine/index.ts', import.meta.url))],
    outfile: file('engine.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2024',
    minifySyntax: true,
  });
  const program = { source: LOOP, filename: 'loop.py', profile: '3.13', mode: 'script' };
  writeFileSync(
    file('run.mjs'),
    `import { runToEnd } from './engine.mjs';
const { output } = runToEnd(${JSON.stringify(program)});
console.log(output.map(({ text }) => text).join(''));
`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What Node says while it runs the program. */
function traced(...flags: string[]): string {
  const { stdout } = spawnSync(process.execPath, [...flags, file('run.mjs')], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(stdout).toContain('\n');
  return stdout;
}

test('the interpreter loop is short enough to be optimised', () => {
  const listing = traced('--print-bytecode', '--print-bytecode-filter=interpret');
  const length = Number(/Bytecode length: (\d+)/.exec(listing)?.[1]);
  expect(length).toBeGreaterThan(5_000);
  expect(length).toBeLessThan(MAX_OPTIMIZED_BYTECODE);
});

test('and is', () => {
  // compiled where it runs, so that no other thread's pace decides when
  const log = traced('--trace-opt', '--single-threaded');
  expect(log).toMatch(/completed compiling .*<JSFunction interpret .*TURBOFAN/);
});

test('its switch is over numbers, which become a jump table', () => {
  const text = readFileSync(file('engine.mjs'), 'utf8');
  const start = text.indexOf('function interpret(');
  const body = text.slice(start, text.indexOf('\nfunction ', start + 1));
  const labels = [...body.matchAll(/^ +case ([^:]+):/gm)].map(([, label]) => label ?? '');
  expect(labels.length).toBeGreaterThan(80);
  expect(labels.filter((label) => !/^\d+$/.test(label))).toEqual([]);
});
