/** What the engine says of an object in words of its own is said in the reader's language. */
import { expect, test } from 'vitest';
import { Timeline } from '../../engine/whole.ts';
import { objectText } from '../../src/components/lenses/object-text.ts';
import { translator } from '../../src/i18n/words.ts';

const english = translator('en');
const chinese = translator('zh-CN');

const source = `
class Node:
    def go(self): pass
one, two = [1], (1, 2)
three = {1, 2, 3}
large = 10 ** 100
long = 'x' * 500
code = Node.go.__code__
bound = Node().go
said = '[2 items]'
`;

function textsOf(): readonly string[] {
  const timeline = new Timeline({ source, filename: 'p.py', profile: '3.13', mode: 'script' });
  timeline.advance(() => false);
  const { scene } = timeline.view(timeline.summary().steps + 1);
  return scene.objects.map(({ text }) => text);
}

test('in English as the engine says it, in Chinese in Chinese; what a program wrote stays', () => {
  const texts = textsOf();
  expect(texts.map((text) => objectText(english, text))).toEqual(texts);
  const told = texts.map((text) => objectText(chinese, text));
  const wanted = ['[1 项]', '(2 项)', '{3 项}', '12 个数位的 int', '500 个字符的 str', 'go 的代码'];
  expect(told).toEqual(expect.arrayContaining(wanted));
  expect(told).toContain("'[2 items]'");
  expect(told).toContain('class Node');
  for (const text of told)
    expect(text).not.toMatch(/^(?:bound|code of) |^\W\d+ item|^(?:int|str) of/);
});
