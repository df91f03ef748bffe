import { expect, test } from 'vitest';
import { readPlaywright } from '../../scripts/lib/reports.mjs';

const spec = (status: string, ...messages: string[]) => ({
  file: 'e2e/a.spec.ts',
  line: 3,
  title: status,
  tests: [{ status, results: messages.map((message) => ({ errors: [{ message }] })) }],
});

test('a test that passes on the second try has passed, and the first try is told', () => {
  const report = {
    suites: [
      {
        specs: [spec('expected'), spec('flaky', 'was late'), spec('skipped')],
        suites: [{ specs: [spec('unexpected', 'is wrong', 'is wrong again')] }],
      },
    ],
  };
  expect(readPlaywright(report)).toEqual({
    passed: 2,
    failed: 1,
    note: '2 passed, 1 skipped, 1 of them on the second try',
    details:
      'e2e/a.spec.ts:3  unexpected\nis wrong\nis wrong again\n\n' +
      'Passed on the second try: e2e/a.spec.ts:3  flaky\nwas late',
  });
});

test('what went wrong outside any test is a failure', () => {
  const read = readPlaywright({
    errors: [{ message: 'no server' }],
    suites: [{ specs: [spec('expected')] }],
  });
  expect(read).toEqual({ passed: 1, failed: 1, note: '1 passed', details: 'no server' });
});
