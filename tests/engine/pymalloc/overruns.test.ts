/**
 * Programs of all kinds under the debug hooks: an object that writes past its own bytes, or a block that
 * goes back through another domain than it came from, ends the run.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { type ProfileId, runToEnd } from '../../../engine/whole.ts';

const folder = new URL('../../conformance/own/', import.meta.url);
const programs = readdirSync(folder).filter((name) => name.endsWith('.py'));
const RELEASES: readonly ProfileId[] = ['3.8', '3.15'];

let ran = 0;

describe.each(RELEASES)('%s', (profile) => {
  test.each(programs)('%s', (name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');
    const program = { source, filename: name, profile, mode: 'script' } as const;
    const { ending, output } = runToEnd({ ...program, malloc: 'pymalloc_debug' });
    const stderr = output.map(({ stream, text }) => (stream === 'stderr' ? text : '')).join('');
    expect(stderr).not.toContain('Debug memory block');
    expect(ending.kind).not.toBe('fault');
    ran += 1;
  });
});

afterAll(() => {
  expect(ran).toBe(RELEASES.length * programs.length);
  expect(programs.length).toBeGreaterThan(10);
});
