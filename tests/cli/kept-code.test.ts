/** The command reads what a small program needs, the rest in the midst of a run, and V8's code from an earlier process. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pymemlab-'));
const compiled = join(folder, 'build', 'compiled');

function runBy(command: string, source: string, ...options: readonly string[]): string {
  const file = join(folder, 'program.py');
  writeFileSync(file, source);
  const args = [command, 'run', ...options, file];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout;
}

/** By a copy without sources, which no other process uses. */
const run = (source: string, ...options: readonly string[]): string =>
  runBy(join(folder, 'cli', 'pymemlab.mjs'), source, ...options);

const kept = (): string[] => readdirSync(compiled).map((name) => join(compiled, name));

beforeAll(() => {
  const command = join('cli', 'pymemlab.mjs');
  runBy(join(root, command), 'print()\n'); // bundles, should it be old
  for (const file of [command, 'build/pymemlab.js', 'build/pymemlab-rest.js']) {
    cpSync(join(root, file), join(folder, file));
  }
});

it('finds every name that the two parts of the bundle share', () => {
  type Module = { exports?: () => Readonly<Record<string, unknown>> };
  type Parts = Record<string, (module: Module, require: (name: string) => unknown) => void>;
  const parts = runInThisContext(
    readFileSync(join(folder, 'build/pymemlab.js'), 'latin1'),
  ) as Parts;
  let names = 0;
  const require = (name: string): unknown => {
    if (parts[name] === undefined) return process.getBuiltinModule(name);
    const module: Module = {};
    parts[name](module, require);
    const exports = module.exports!();
    names += Object.values(exports).length; // each getter is called
    return exports;
  };
  for (const name of Object.keys(parts)) require(name);
  expect(names).toBeGreaterThan(500);
});

it('brings the rest of the code in the midst of a run, which changes nothing in memory', () => {
  const source =
    'x = [3, 1, 2]\nprint(id(x))\nx.sort()\nimport json, collections\n' +
    'class C(collections.OrderedDict): pass\nprint(json.dumps(x), id(C), id(json), id([]))\n';
  const output = run(source);
  expect(output).toContain('[1, 2, 3]');
  expect(run(source, '--malloc=pymalloc')).toBe(output); // with the rest from the start
});

it('keeps V8 code beside the bundle; what is damaged or of another bundle is made anew', () => {
  const source = 'print(sorted({3, 1, 2}), "%05d" % 42)\n';
  const output = '[1, 2, 3] 00042\n';
  run(source); // leaves an image
  rmSync(compiled, { recursive: true, force: true });
  expect(run(source)).toBe(output);
  const files = kept();
  expect(files).toHaveLength(2); // of the first part and of the rest
  const times = files.map((file) => statSync(file).mtimeMs);
  expect(run(source)).toBe(output);
  expect(files.map((file) => statSync(file).mtimeMs)).toEqual(times);

  const whole = files.map((file) => readFileSync(file));
  const cutOff = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);
  const ofAnother = (bytes: Buffer): Buffer => Buffer.concat([Buffer.alloc(8), bytes.subarray(8)]);
  for (const damage of [
    cutOff,
    ofAnother,
    () => Buffer.of(),
    () => Buffer.from('no code at all'),
  ]) {
    files.forEach((file, i) => {
      writeFileSync(file, damage(whole[i]!));
    });
    expect(run(source)).toBe(output);
    for (const [i, file] of files.entries()) {
      expect(statSync(file).size).toBeGreaterThan(whole[i]!.length / 2);
    }
  }
});
