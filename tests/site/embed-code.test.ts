import { expect, test } from 'vitest';
import type { PlaygroundFacts } from '../../src/components/playground/still.ts';
import { embedCode } from '../../src/embed/code-of.ts';

const still = { steps: 1, pictureHeight: 0, lines: 0 };
const program: PlaygroundFacts = {
  id: 'counts-first',
  file: 'counts-first.py',
  source: 'a = []\n',
  profile: '3.14',
  mode: 'script',
  lens: 'memory',
  still,
};
const asItIs = { text: program.source, profile: '3.14', mode: 'script', lens: 'objects' } as const;
const loader = '<script type="module" src="https://a.example/c/embed.js"></script>\n';

const lines = (facts: PlaygroundFacts, chosen: Parameters<typeof embedCode>[2]) =>
  embedCode('https://a.example/c/', facts, chosen);

test('a program of the course is named', () => {
  expect(lines(program, asItIs)).toBe(
    `${loader}<pymemlab-playground program="counts-first">\n\n<pre>a = []</pre>\n\n</pymemlab-playground>\n`,
  );
});

test('what the reader chose comes along, and a changed program is their own', () => {
  const chosen = { ...asItIs, profile: '3.9', lens: 'memory' };
  expect(lines(program, chosen)).toContain(
    '<pymemlab-playground program="counts-first" version="3.9" lens="memory">',
  );
  expect(lines(program, { ...asItIs, text: 'print(1 < 2)\n' })).toBe(
    `${loader}<pymemlab-playground>\n\n<pre>print(1 &lt; 2)</pre>\n\n</pymemlab-playground>\n`,
  );
});

test('an exercise is given as it begins, not as it was solved', () => {
  const exercise = { ...program, id: 'exercise-let-go', file: 'let-go.py' };
  const solved = { ...asItIs, text: 'del a\n', lens: 'memory' };
  expect(lines(exercise, solved)).toBe(
    `${loader}<pymemlab-exercise exercise="let-go">\n\n<pre>a = []</pre>\n\n</pymemlab-exercise>\n`,
  );
});
