/** What is known of CPython's tests on the machine: how many pass, which fail and why. */
import { readFileSync, writeFileSync } from 'node:fs';

export const FILES: readonly string[] = [
  'test_sys',
  'test_list',
  'test_tuple',
  'test_dict',
  'test_set',
  'test_int',
  'test_float',
  'test_bool',
  'test_string_literals',
  'test_generators',
  'test_scope',
  'test_descr',
  'test_exceptions',
  'test_range',
  'test_slice',
  'test_enumerate',
  'test_iter',
  'test_compare',
  'test_unpack',
  'test_augassign',
  'test_keywordonlyarg',
  'test_gc',
  'test_weakref',
  'test_finalization',
];

/** What one run of a file came to. */
export interface Result {
  readonly passed: Set<string>;
  readonly skipped: Map<string, string>;
  readonly failed: Map<string, string>;
}

/** By release and file. */
export interface Ledger {
  readonly counts: Record<string, Record<string, number>>;
  readonly failing: Record<string, Record<string, Record<string, string>>>;
}

const COUNTS = new URL('counts.json', import.meta.url);
const FAILING = new URL('failing.json', import.meta.url);

export function readLedger(): Ledger {
  const read = (url: URL) => JSON.parse(readFileSync(url, 'utf8')) as never;
  return { counts: read(COUNTS), failing: read(FAILING) };
}

/** What is worse than noted, or better than it: sentences. */
export function compare(ledger: Ledger, release: string, file: string, result: Result): string[] {
  const count = ledger.counts[release]?.[file] ?? 0;
  const listed = ledger.failing[release]?.[file] ?? {};
  const wrong: string[] = [];
  if (result.passed.size < count) {
    wrong.push(`${file} ${release}: ${count} passed before, now ${result.passed.size}`);
  }
  for (const [id, why] of result.failed) {
    if (listed[id] === undefined) wrong.push(`${file} ${release}: ${id} fails: ${why}`);
  }
  for (const id of Object.keys(listed)) {
    if (result.passed.has(id)) {
      wrong.push(`${file} ${release}: ${id} is listed as failing and passes: take it off the list`);
    }
  }
  return wrong;
}

/** Notes more passes, takes what passes off the list, and adds what fails with what it said. */
export function note(ledger: Ledger, release: string, file: string, result: Result): void {
  ledger.counts[release] ??= {};
  ledger.failing[release] ??= {};
  const counts = ledger.counts[release];
  const failing = ledger.failing[release];
  counts[file] = Math.max(counts[file] ?? 0, result.passed.size);
  const before = failing[file] ?? {};
  const now = [...result.failed].map(([id, why]) => [id, before[id] ?? why] as const);
  failing[file] = Object.fromEntries(now.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(COUNTS, `${JSON.stringify(ledger.counts, null, 2)}\n`);
  writeFileSync(FAILING, `${JSON.stringify(ledger.failing, null, 2)}\n`);
}
