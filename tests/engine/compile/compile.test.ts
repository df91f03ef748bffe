/**
 * Our compiler against the real CPython 3.13.0: the same instructions, constants, names, lines,
 * columns and exception tables for every program of the corpus, the same errors, the same warnings.
 * `record.py` writes what is compared with.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileFeatures, compile } from '../../../engine/compile/index.ts';
import { PySyntaxError, parse, syntaxFeatures } from '../../../engine/syntax/index.ts';
import { normalise, sameText } from './normalise.ts';
import '../../../engine/loading/all.ts';

type Mode = 'exec' | 'eval' | 'single';

interface Compiled {
  source: string;
  mode: Mode;
  code: string[];
}

interface Recorded {
  release: string;
  snippets: Compiled[];
  functions: Compiled[];
  expressions: Compiled[];
  interactive: Compiled[];
  programs: Compiled[];
  errors: { source: string; error: [string, number, number, number, number | null] }[];
  warnings: { source: string; warnings: [string, number][] }[];
}

const recorded: Recorded = JSON.parse(
  readFileSync(new URL('compile.recorded.json', import.meta.url), 'utf8'),
);

function compileSource(source: string, mode: Mode = 'exec') {
  const filename = '<recorded>';
  const tree = parse(source, { filename, mode, features: syntaxFeatures['3.13'] });
  const options = { filename, source, features: compileFeatures['3.13'] };
  // The parser's overloads do not know modes that are not literal.
  return { ...compile(tree as Parameters<typeof compile>[0], options), tree };
}

function expectSame({ source, mode, code }: Compiled): void {
  const ours = normalise(compileSource(source, mode).code);
  for (const [i, text] of code.entries()) {
    if (!sameText(ours[i] ?? '', text)) expect(ours[i], source).toBe(text);
  }
  expect(ours.length).toBe(code.length);
}

function errorOf(source: string): unknown {
  try {
    compileSource(source);
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error;
    const { msg, lineno, offset, end_lineno, end_offset } = error;
    return [msg, lineno, offset, end_lineno, end_offset === 0 ? null : end_offset];
  }
  return 'no error';
}

describe('compile, compared with CPython 3.13.0', () => {
  it('has its record from that release', () => {
    expect(recorded.release).toBe('3.13.0');
  });

  const counts = {
    snippets: 382,
    functions: 378,
    expressions: 20,
    interactive: 16,
    programs: 35,
  } as const;
  for (const [group, count] of Object.entries(counts)) {
    const entries = recorded[group as keyof typeof counts];
    it(`makes the same code of ${count} ${group}`, () => {
      expect(entries.length).toBe(count);
      for (const entry of entries) expectSame(entry);
    });
  }

  it('gives the same 220 errors at the same places', () => {
    expect(recorded.errors.length).toBe(220);
    for (const { source, error } of recorded.errors) {
      expect(errorOf(source), source).toEqual(error);
    }
  });

  it('gives the same warnings for 83 programs', () => {
    expect(recorded.warnings.length).toBe(83);
    for (const { source, warnings } of recorded.warnings) {
      const compiled = compileSource(source);
      const ours = [...(compiled.tree.warnings ?? []), ...compiled.warnings];
      expect(
        ours.map(({ msg, lineno }) => [msg, lineno]),
        source,
      ).toEqual(warnings);
    }
  });
});
