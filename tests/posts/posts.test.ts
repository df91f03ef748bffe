/** The runnable examples of the posts that readers come from: what real CPython printed, to the letter. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../engine/whole.ts';

const folder = new URL('.', import.meta.url);
const recorded = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as {
  release: string;
  answers: Record<string, { stdout: string; exit: number }>;
};
const files = readdirSync(folder).filter((name) => /^\d.*\.py$/.test(name));

describe(`examples of the posts, as CPython ${recorded.release} runs them`, () => {
  it('has them all', () => {
    expect(files).toHaveLength(9);
    expect(Object.keys(recorded.answers).sort()).toEqual(files.sort());
  });

  it.each(files)('%s', (filename) => {
    const source = readFileSync(new URL(filename, folder), 'utf8');
    const mode = filename.endsWith('.repl.py') ? 'repl' : 'script';
    const { ending, output } = runToEnd({ source, filename, profile: '3.13', mode });
    const stdout = output.filter((piece) => piece.stream === 'stdout').map((piece) => piece.text);
    expect(stdout.join('')).toBe(recorded.answers[filename]!.stdout);
    expect(ending).toEqual({ kind: 'exit', code: recorded.answers[filename]!.exit });
  });
});
