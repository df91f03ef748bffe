/** A usage error: one sentence on stderr. @returns exit status 2 */
export function fail(sentence: string): number {
  process.stderr.write(`pymemlab: ${sentence}\n`);
  return 2;
}
