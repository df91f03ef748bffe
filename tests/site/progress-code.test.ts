import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TASKS } from '../../src/construct/report.ts';
import { chapters } from '../../src/course/chapters.ts';
import { decodeProgress, encodeProgress } from '../../src/state/progress-code.ts';
import { keyHash, type ProgressKey, progressKey } from '../../src/state/progress-key.ts';

const ids = (folder: string) =>
  readdirSync(`src/content/${folder}`).map((name) => name.replace(/\.yml$/, ''));

const course: readonly ProgressKey[] = [
  ...ids('exercises').map((id) => progressKey('exercise', id)),
  ...ids('predictions').map((id) => progressKey('prediction', id)),
  ...chapters.map(({ slug }) => progressKey('chapter', slug)),
  ...TASKS.map((id) => progressKey('build', id)),
];

test('no two things to do in the course look the same in a code', () => {
  const owner = new Map<number, string>();
  for (const key of course) {
    expect(owner.get(keyHash(key)), `${key}: choose another id`).toBeUndefined();
    owner.set(keyHash(key), key);
  }
  expect(owner.size).toBeGreaterThan(60);
});

test('what goes in comes out, whatever was done', () => {
  fc.assert(
    fc.property(fc.subarray([...course]), (done) => {
      const decoded = decodeProgress(encodeProgress(done), course);
      expect(decoded).toEqual({
        ok: true,
        keys: course.filter((key) => done.includes(key)),
        unknown: 0,
      });
    }),
    { numRuns: 60 },
  );
});

test('a code has the same letters in every edition, and is short', () => {
  const eight = course.slice(0, 8);
  expect(encodeProgress([])).toBe('P1-000S-JE0');
  expect(encodeProgress(['exercise/let-go', 'chapter/05-pools'])).toBe('P1-0510-15N5-NAMR-7G');
  expect(encodeProgress(eight)).toBe(encodeProgress([...eight].reverse()));
  expect(encodeProgress(eight).length).toBeLessThanOrEqual(50);
  expect(encodeProgress(course).length).toBeLessThan(course.length * 4);
  expect(encodeProgress(course)).toMatch(/^P1(-[0-9A-HJKMNP-TV-Z]{1,4})+$/);
});

test('typed by hand: case, spaces, O for 0 and I or L for 1 do not matter', () => {
  const code = encodeProgress(course.slice(0, 5));
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(decodeProgress(`  ${typed}\n`, course)).toEqual(decodeProgress(code, course));
});

test('one wrong letter is noticed, wherever it is', () => {
  const code = encodeProgress(course.slice(0, 12)).replaceAll('-', '');
  let tried = 0;
  for (let at = 2; at < code.length; at += 1) {
    const wrong = `${code.slice(0, at)}${code[at] === '7' ? 'X' : '7'}${code.slice(at + 1)}`;
    expect(decodeProgress(wrong, course)).toEqual({ ok: false, fault: 'damaged' });
    tried += 1;
  }
  expect(tried).toBeGreaterThan(30);
});

test.each([
  ['', 'empty'],
  [' - ', 'empty'],
  ['hello', 'notACode'],
  ['P1-0000', 'notACode'],
  ['P1-ÄÖ00-0000-00', 'notACode'],
  ['P2-0000-0000', 'otherVersion'],
  ['P1-0000-0000', 'damaged'],
  ['P'.repeat(5000), 'tooLong'],
] as const)('%.20s is %s', (text, fault) => {
  expect(decodeProgress(text, course)).toEqual({ ok: false, fault });
});

test('what an edition does not know is counted, not lost from sight', () => {
  const code = encodeProgress([...course.slice(0, 3), 'exercise/of-tomorrow']);
  expect(decodeProgress(code, course)).toMatchObject({ ok: true, unknown: 1 });
});
