/** The numbers in an exercise's prose, out of the files beside the command. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { numbersFrom } from '../src/course/numbers.ts';

/** The command stands in cli/ or, as a bundle, in build/: both in the project's folder. */
const root = fileURLToPath(new URL('..', import.meta.url));

const read = <One>(pattern: string): readonly One[] =>
  globSync(pattern, { cwd: root }).map((file) =>
    JSON.parse(readFileSync(`${root}${file}`, 'utf8')),
  );

type Numbers = ReturnType<typeof numbersFrom>;
let kept: Numbers | undefined;

function numbers(): Numbers {
  const [structural = {}] = read<Record<string, never>>('src/content/measured/structural.json');
  const measured = read<never>('src/content/measured/[0-9]*.json');
  return numbersFrom(measured, read<never>('tests/content/recorded/**/*.json'), structural);
}

/** With `{fact('list')}` and the like filled in. Throws Error with `file` and the line. */
export function withNumbers(text: string, file: string): string {
  kept ??= numbers();
  return kept.withNumbers(text, file);
}
