/** `pymemlab trace`: each lens at a step, as text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../cli/pymemlab.mjs', import.meta.url));
const file = join(mkdtempSync(join(tmpdir(), 'pymemlab-')), 'names.py');
const ring = file.replace('names', 'ring');
writeFileSync(file, 'a = [1000, 2000]\nb = a\ndel a\nb = None\n');

function trace(...args: string[]) {
  const done = spawnSync(process.execPath, [command, 'trace', file, ...args], { encoding: 'utf8' });
  return { stdout: done.stdout, stderr: done.stderr, exit: done.status };
}

describe('pymemlab trace', () => {
  it('shows the objects before a line', () => {
    const { stdout, exit } = trace('--at', '3');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^step 3 of 5: before line 3: del a\n/);
    expect(stdout).toContain('  a -> list #1 [2 items]\n  b -> list #1 [2 items]\n');
    expect(stdout).toMatch(/list #1 \[2 items\] {2}references 2, 72 bytes at 0x7f/);
  });

  it('names the holders of an object', () => {
    const { stdout } = trace('--at', '3', '--lens', 'holders', '--of', 'b');
    expect(stdout).toContain('references 2\n  name: globals a\n  name: globals b\n');
  });

  it('tells its count over the run', () => {
    const { stdout } = trace('--at', '2', '--lens', 'refcounts', '--of', '#1');
    expect(stdout.split('\n').slice(3, 7)).toEqual([
      '  step 2: 0 -> 1  line 1: a = [1000, 2000]',
      '  step 3: 1 -> 2  line 2: b = a',
      '  step 4: 2 -> 1  line 3: del a',
      '  step 5: 1 -> 0  line 4: b = None',
    ]);
  });

  it('answers questions about the whole run', () => {
    const { stdout } = trace('--lens', 'questions', '--of', '#1', '--holds', 'refcount(a) == 2');
    expect(stdout).toContain('refcount(a) == 2: holds first at step 3\n');
    expect(stdout).toContain('\n  made before step 2  <- BUILD_LIST 2\n');
    expect(stdout).toContain('\n  freed before step 5  <- STORE_NAME b');
    expect(stdout).toMatch(/ {2}at 0x\w+, steps 2 to 4: list #1 \[2 items\]/);
  });

  it('tells the events of a line in order, each with its cause', () => {
    const { stdout } = trace('--lens', 'events');
    expect(stdout).toContain('decref list #1 [2 items] 1 -> 0  <- STORE_NAME b\n');
    expect(stdout).toContain('decref int #2 1000 3 -> 2  <- STORE_NAME b with list #1\n');
  });

  it('shows a moment within a line, event by event', () => {
    const held = (...event: string[]) => {
      const { stdout } = trace('--at', '3', '--lens', 'holders', '--of', 'a', ...event);
      return stdout.split('\n').filter((line) => line.startsWith('  '));
    };
    expect(held('--event', '1').join()).toMatch(/stack/);
    expect(held().join()).not.toMatch(/stack/);
    expect(trace('--at', '3', '--event', '1').stdout).toMatch(/^step 3 of 5, event 1 on the way/);
    expect(trace('--at', '3', '--event', '99').stderr).toMatch(/--event is one of the 3/);
  });

  it.each(['memory', 'layers', 'collector'])('shows the %s lens', (lens) => {
    const { stdout, exit } = trace('--at', '3', '--lens', lens, '--python', '3.8');
    expect(exit).toBe(0);
    expect(stdout.split('\n').length).toBeGreaterThan(4);
  });

  it('tells what the collector did, function by function', () => {
    writeFileSync(ring, 'import gc\na = []\na.append(a)\ndel a\ngc.collect()\n');
    const args = [command, 'trace', ring, '--lens', 'collector'];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    // Above what it did stands the function, below the lists, where they are others than before.
    expect(stdout).toContain('  start: generation 2, manual\n  merge\n    generation2: ');
    expect(stdout).toContain('list #1 [1 item]  references 1, gc_refs 1, refers to #1\n');
    expect(stdout).toContain('  subtract_refs\n    list #1 -> list #1: gc_refs 0\n');
    expect(stdout).toContain('  finalize_garbage\n  update_refs (again)\n');
    expect(stdout).toContain('  delete_garbage\n    clear: list #1\n');
    expect(stdout).toMatch(/ {2}stop: 1 unreachable\n$/);
  });

  it('tells what there is when it does not know what is meant', () => {
    const names = 'the names at this step: a, b';
    const { stdout } = trace('--at', '3', '--lens', 'holders');
    expect(stdout).toContain(`which object? --of takes a name or a number; ${names}\n`);
    const { stdout: other } = trace('--at', '3', '--lens', 'refcounts', '--of', 'c');
    expect(other).toContain(`no object c here; ${names}\n`);
    expect(trace('--at', '1', '--lens', 'events').stdout).toMatch(/\n\nno event\n$/);
    expect(trace('--help').stdout).toMatch(/^usage: pymemlab/);
  });

  it('tells how long a free list is, and where its next few objects are', () => {
    const { stdout } = trace('--at', '3', '--lens', 'caches');
    expect(stdout).toMatch(/^free MemoryError: 16 of 16:( 0x[0-9a-f]+){4} and 12 more$/m);
  });

  it('says what is wrong in one sentence', () => {
    expect(trace('--at', '6').stderr).toBe(
      'pymemlab: --at is a step from 1 to 5, the end, not 6\n',
    );
    expect(trace('--lens', 'x').stderr).toMatch(
      /^pymemlab: --lens is one of objects, memory, .*\n$/,
    );
  });
});
