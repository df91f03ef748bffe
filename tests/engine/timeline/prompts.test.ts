/** A program typed at a prompt: what was given at once, and which of its inputs wrote what. */
import { expect, test } from 'vitest';
import { Timeline } from '../../../engine/whole.ts';

const source = `# a comment
a = [1]
a * 2

for i in range(2):
    print(i)
a +
a
`;

function ran(mode: 'script' | 'repl') {
  const timeline = new Timeline({ source, filename: 'a.py', profile: '3.13', mode });
  timeline.advance();
  return timeline.summary();
}

test('every input is told, with its lines and the step before it', () => {
  const { prompts } = ran('repl');
  expect(prompts.map(({ line, lines }) => [line, lines])).toEqual([
    [2, 1],
    [3, 1],
    [5, 2],
    [7, 1],
    [8, 1],
  ]);
  expect(prompts.map(({ step }) => step)).toEqual([1, 2, 3, 8, 8]);
});

test('output belongs to its input, also of one that does not compile', () => {
  const { output } = ran('repl');
  const texts = output.map(({ input, stream, text }) => `${input} ${stream} ${text.trim()}`);
  expect(texts[0]).toBe('1 stdout [1, 1]');
  expect(texts.filter((text) => text.startsWith('2 stdout'))).toHaveLength(2);
  expect(texts.find((text) => text.startsWith('3 '))).toMatch(/^3 stderr .*SyntaxError/s);
  expect(texts.at(-1)).toBe('4 stdout [1]');
});

test('a script has none', () => {
  const { prompts, output } = ran('script');
  expect(prompts).toEqual([]);
  expect(output.every((piece) => !('input' in piece))).toBe(true);
});
