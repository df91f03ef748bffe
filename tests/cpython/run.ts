/**
 * `npm run test:cpython [-- --record --show --python V FILE...]`: CPython's own tests of the language, unmodified,
 * on the machine.
 *
 * The files are those of a local installation of the same release (PYTHON_TESTS=DIR, pyenv, /usr/lib).
 * What they need of unittest and test.support is in shim/; other modules of Python's library come from
 * the installation too. A test that ends the machine is counted as failing and the file runs again
 * without it. counts.json holds how many tests passed so far, failing.json which do not and why:
 * fewer passes, a new failure and a listed one that passes all fail the run. --record notes more.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type * as Engine from '../../engine/index.ts';
import { sourceFinder } from '../../cli/source-finder.ts';
import { findTests } from './find-tests.ts';
import { FILES, type Ledger, type Result, compare, note, readLedger } from './ledger.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const LIMITS = { steps: 6_000_000, memory: 256 * 1024 * 1024, output: 50_000_000, check: true };
/** Tests of a file that may end the machine before the file is given up. */
const MOST_RERUNS = 80;

/** Tables beside the tests that a file reads. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  test_float: ['formatfloat_testcases.txt', 'floating_points.txt'],
};

/** Their texts by path; newer releases have them in a folder of their own. */
function tablesOf(file: string, folder: string): Record<string, string> {
  const paths = (TABLES[file] ?? []).flatMap((name) => [
    `${folder}/${name}`,
    `${folder}/mathdata/${name}`,
  ]);
  const there = paths.filter((path) => existsSync(path));
  return Object.fromEntries(there.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** The program that runs one file of tests. */
function driver(file: string, folder: string, without: readonly string[]): string {
  return `import sys
import memory_files, unittest, doctest
for name, text in ${JSON.stringify(tablesOf(file, folder))}.items():
    memory_files.contents[name] = text.encode()
def out(*words):
    print('\\n@@', *words, file=sys.__stdout__)
try:
    import test.${file} as module
except unittest.SkipTest as e:
    out('skip', '(import)', e)
else:
    without = ${JSON.stringify(without)}
    only = ${file === 'test_sys' ? "['SizeofTest']" : '[]'}
    unittest.run(module.__dict__, only, without, out)
    loads = hasattr(module, 'load_tests') and hasattr(module, 'doctest')
    if loads or hasattr(module, '__test__'):
        doctest.run_module(module, 0, without, out)
    out('end')
`;
}

type RunToEnd = typeof Engine.runToEnd;
type Profile = Engine.ProfileId;

/** Runs a file until all of its tests had their turn. */
function runFile(runToEnd: RunToEnd, profile: Profile, file: string, folder: string): Result {
  const result: Result = { passed: new Set(), skipped: new Map(), failed: new Map() };
  const fatal = new Map<string, string>();
  const finder = sourceFinder(`${here}shim/driver.py`, [`${here}shim`, dirname(folder)]);
  for (let reruns = 0; reruns <= MOST_RERUNS; reruns++) {
    const summary = runToEnd(
      {
        source: driver(file, folder, [...fatal.keys()]),
        filename: 'driver.py',
        profile,
        mode: 'script',
        finder,
        startChild: childrenOf(runToEnd, profile, finder),
      },
      LIMITS,
    );
    for (const set of Object.values(result)) set.clear();
    const [running, ended] = readLines(textOf(summary, 'stdout'), result);
    const { ending } = summary;
    if (ended && ending.kind === 'fault')
      result.failed.set('(check)', ending.message.slice(0, 600));
    if (ended) break;
    const said = textOf(summary, 'stderr').trim().split('\n').at(-1)!;
    const why =
      ending.kind === 'exit'
        ? said
        : `${ending.kind}: ${'message' in ending ? ending.message : ''}`;
    fatal.set(running ?? '(import)', why.slice(0, 300));
    if (running === undefined) break;
  }
  for (const [id, why] of fatal) result.failed.set(id, why);
  return result;
}

function textOf(summary: Engine.RunSummary, stream: 'stdout' | 'stderr'): string {
  const pieces = summary.output.filter((piece) => piece.stream === stream);
  return pieces.map((piece) => piece.text).join('');
}

/** Runs the interpreters that a test starts, each on a machine of its own, with the tests' own files. */
function childrenOf(
  runToEnd: RunToEnd,
  profile: Profile,
  finder: Engine.ModuleFinder,
): Engine.StartChild {
  return (source, filename, files) => {
    const own: Engine.ModuleFinder = {
      path: finder.path,
      find: (name, folders) => findIn(files, name, folders) ?? finder.find(name, folders),
    };
    const summary = runToEnd({ source, filename, profile, mode: 'script', finder: own }, LIMITS);
    const { ending } = summary;
    const [stdout, stderr] = [textOf(summary, 'stdout'), textOf(summary, 'stderr')];
    if (ending.kind === 'exit') return { exit: ending.code, stdout, stderr };
    const why = 'message' in ending ? ending.message : '';
    return { exit: -6, stdout, stderr: `${stderr}${ending.kind}: ${why}\n` };
  };
}

function findIn(
  files: ReadonlyMap<string, string>,
  name: string,
  folders: readonly string[],
): Engine.SourceFile | null {
  for (const folder of folders) {
    const filename = `${folder}/${name}.py`;
    const source = files.get(filename);
    if (source !== undefined) return { source, filename, folder: null };
  }
  return null;
}

/** @returns the test that was running at the end, and whether the file came to its end */
function readLines(stdout: string, result: Result): [string | undefined, boolean] {
  let running: string | undefined;
  let ended = false;
  for (const line of stdout.split('\n')) {
    const [, word, id, why] = /^@@ (\w+) ?(\S*) ?(.*)$/.exec(line) ?? [];
    if (word === 'run') running = id;
    else if (word !== undefined) running = undefined;
    if (word === 'ok') result.passed.add(id!);
    if (word === 'skip') result.skipped.set(id!, why!);
    if (word === 'FAIL') result.failed.set(id!, why!.replace(/^(['"])(.*)\1$/, '$2'));
    if (word === 'end' || id === '(import)') ended = true;
  }
  return [running, ended];
}

/** The engine as one file, made anew from the sources unless ENGINE names another. */
async function engine(): Promise<typeof Engine> {
  const other = process.env['ENGINE'];
  if (other === undefined) {
    const { buildEngine, bundles } = (await import('../../tools/build-engine.mjs')) as {
      buildEngine(which: unknown): Promise<unknown>;
      bundles: readonly { readonly out: string }[];
    };
    await buildEngine(bundles.filter(({ out }) => out === 'build/engine.mjs'));
  }
  const file = other ?? `${here}../../build/engine.mjs`;
  return import(pathToFileURL(file).href) as Promise<typeof Engine>;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { record: { type: 'boolean' }, show: { type: 'boolean' }, python: { type: 'string' } },
    allowPositionals: true,
  });
  const { profiles, runToEnd } = await engine();
  const ledger: Ledger = readLedger();
  const wrong: string[] = [];
  let found = 0;
  for (const profile of Object.keys(profiles) as Profile[]) {
    if (values.python !== undefined && values.python !== profile) continue;
    const folder = findTests(profile);
    if (folder === null) continue;
    found++;
    for (const file of positionals.length > 0 ? positionals : FILES) {
      if (!existsSync(`${folder}/${file}.py`)) continue;
      const result = runFile(runToEnd, profile, file, folder);
      const { passed, failed, skipped } = result;
      console.log(
        `${file} ${profile}: ${passed.size} passed, ${failed.size} failed, ${skipped.size} skipped`,
      );
      if (values.show) for (const [id, why] of failed) console.log(`    ${id}: ${why}`);
      if (values.record) note(ledger, profile, file, result);
      else wrong.push(...compare(ledger, profile, file, result));
    }
  }
  if (found === 0)
    console.log('There are no tests of CPython on this machine (PYTHON_TESTS=DIR says where).');
  for (const sentence of wrong) console.log(sentence);
  return wrong.length > 0 ? 1 : 0;
}

process.exitCode = await main();
