/** The right answer to every prediction is one of its options, and every program of one is there. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { answerTo } from '../../src/components/predict/answer.ts';
import { withNumbers } from '../../src/course/measured.ts';
import { predictionSchema } from '../../src/exercise/schema.ts';

const files = globSync('src/content/predictions/*.yml');

for (const file of files) {
  test(file, () => {
    const prediction = predictionSchema.parse(parse(withNumbers(readFileSync(file, 'utf8'), file)));
    expect(prediction.id).toBe(basename(file, '.yml'));
    expect(prediction.options.map(({ answer }) => answer)).toContain(answerTo(prediction));
  });
}

test('there are predictions', () => {
  expect(files.length).toBeGreaterThanOrEqual(1);
});
