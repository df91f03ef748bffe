/** The command begins from what an earlier process booted, and is none the worse for a file that is not its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../cli/pymemlab.mjs', import.meta.url));
const kept = fileURLToPath(new URL('../../build/booted/3.9', import.meta.url));
const program = join(mkdtempSync(join(tmpdir(), 'pymemlab-')), 'ids.py');

/** What a program prints that shows where things lie in memory. */
function run(): string {
  const args = [command, 'run', '--python', '3.9', program];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout;
}

it('keeps an image beside the bundle, which changes nothing of a run', () => {
  writeFileSync(
    program,
    'import gc\nprint(id([]), id(ExceptionGroup if 0 else int), gc.get_count())\n',
  );
  run(); // bundles, should it be old
  rmSync(kept, { force: true });
  const booted = run();
  const image = readFileSync(kept);
  expect(run()).toBe(booted);
  expect(readFileSync(kept).equals(image)).toBe(true);

  const ofAnother = Buffer.from(
    image.toString('latin1').replace(/"bundle":"\d/, '"bundle":"?'),
    'latin1',
  );
  const cutOff = image.subarray(0, image.length / 2);
  for (const unusable of [ofAnother, cutOff, Buffer.of(), Buffer.from('no image at all')]) {
    writeFileSync(kept, unusable);
    expect(run()).toBe(booted);
    expect(readFileSync(kept).equals(image)).toBe(true);
  }
});
