import { expect, test } from 'vitest';
import { changesOf } from '../../src/components/playground/output-changes.ts';
import { typed } from '../../src/components/playground/Transcript.tsx';

const out = (text: string, stream: 'stdout' | 'stderr' = 'stdout') => ({ step: 1, stream, text });

test('only lines that differ are marked, in their places', () => {
  const changes = changesOf([out('a\n'), out('old\nc\n')], [out('a\nnew\nc\n')]);
  expect(changes.map((line) => `${line.in} ${line.text}`)).toEqual([
    'both a',
    'before old',
    'now new',
    'both c',
  ]);
});

test('the same text in the other stream is another line', () => {
  const changes = changesOf([out('a\n')], [out('a\n', 'stderr')]);
  expect(changes.map((line) => line.in)).toEqual(['before', 'now']);
});

test('what is typed at a prompt goes on behind dots', () => {
  const source = 'x = 1\n\nfor i in x:\n    print(i)\n';
  expect(typed(source, { line: 3, lines: 2, step: 2 })).toBe('>>> for i in x:\n...     print(i)');
});
