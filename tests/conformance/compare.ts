/** One release against what CPython printed: what both the tests and `npm run test:conformance` do. */
import { readFileSync } from 'node:fs';
import { type ProfileId, type RunSummary, ScriptRunner } from '../../engine/whole.ts';
import { type Answer, casesFor, judge } from './cases.ts';
import { judgeOwn, OWN_FILE, ownCasesFor } from './own.ts';

/** What is wrong with a case; null when nothing is. */
export interface Compared {
  readonly id: string;
  readonly wrong: string | null;
}

/** Statuses that no program of the cases ends with. */
const BROKEN = -1;

function answerOf({ ending, output }: RunSummary): Answer {
  const text = (stream: string) =>
    output
      .filter((piece) => piece.stream === stream)
      .map((piece) => piece.text)
      .join('');
  const isExit = ending.kind === 'exit';
  const why = isExit ? '' : `${ending.kind}: ${'message' in ending ? ending.message : ''}\n`;
  return {
    stdout: text('stdout'),
    stderr: text('stderr') + why,
    exit: isExit ? ending.code : BROKEN,
  };
}

function runnerOf(profile: ProfileId, check: boolean): ScriptRunner {
  return new ScriptRunner({ profile, filename: OWN_FILE, mode: 'script' }, { check });
}

/** Every public case that the release answered, the machine looked over after each. */
export function comparePublic(version: ProfileId): readonly Compared[] {
  const runner = runnerOf(version, true);
  return casesFor(version).map(({ id, file, expected }) => {
    const answer = answerOf(runner.runToEnd({ source: readFileSync(file, 'utf8') }));
    return { id, wrong: judge(expected, answer) };
  });
}

/** Every own case that the release answered. */
export function compareOwn(version: ProfileId, check: boolean): readonly Compared[] {
  const runner = runnerOf(version, check);
  return ownCasesFor(version).map(({ id, source, mode, expected }) => ({
    id,
    wrong: judgeOwn(expected, answerOf(runner.runToEnd({ source, mode }))),
  }));
}
