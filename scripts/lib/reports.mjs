// Reads what Vitest and Playwright wrote about their tests.

const firstLines = (text, count = 15) => text.trimEnd().split('\n').slice(0, count).join('\n');

const result = (passed, skipped, failures, again = []) => ({
  passed,
  failed: failures.length,
  note: [
    `${passed} passed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(again.length > 0 ? [`${again.length} of them on the second try`] : []),
  ].join(', '),
  ...(failures.length + again.length > 0 ? { details: [...failures, ...again].join('\n\n') } : {}),
});

/** Vitest's JSON report. A file that could not be loaded has no tests and counts as one failure. */
export function readVitest(report) {
  const failures = [];
  let passed = 0;
  let skipped = 0;
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'))
      failures.push(`${file.name}\n${firstLines(file.message ?? 'could not be run')}`);
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      else if (test.status !== 'failed') skipped += 1;
      else
        failures.push(
          `${file.name}\n  ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`,
        );
    }
  }
  return result(passed, skipped, failures);
}

function* specsOf(suite) {
  for (const spec of suite.specs ?? []) yield spec;
  for (const inner of suite.suites ?? []) yield* specsOf(inner);
}

/**
 * Playwright's JSON report. A test that passes only on the second try has passed, and what went wrong at the
 * first is told: a browser on a busy machine is late at times, and a race in a page shows in the same way.
 */
export function readPlaywright(report) {
  const failures = (report.errors ?? []).map((error) => firstLines(error.message ?? String(error)));
  const again = [];
  let passed = 0;
  let skipped = 0;
  for (const suite of report.suites) {
    for (const spec of specsOf(suite)) {
      for (const test of spec.tests) {
        if (test.status === 'skipped') skipped += 1;
        else if (test.status === 'unexpected') failures.push(wrongIn(spec, test));
        else passed += 1;
        if (test.status === 'flaky') again.push(`Passed on the second try: ${wrongIn(spec, test)}`);
      }
    }
  }
  return result(passed, skipped, failures, again);
}

function wrongIn(spec, test) {
  const errors = test.results.flatMap((one) => one.errors ?? []);
  const text = errors.map((error) => firstLines(error.message ?? '', 25)).join('\n');
  return `${spec.file}:${spec.line}  ${spec.title}\n${text}`;
}
