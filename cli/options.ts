/** `--name value` and `--name=value` options, and the files among the arguments. */
export interface ParsedOptions {
  readonly options: ReadonlyMap<string, string>;
  readonly files: readonly string[];
}

/** @returns a sentence when something is wrong */
export function parseOptions(
  args: readonly string[],
  known: readonly string[],
): ParsedOptions | string {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (!arg.startsWith('--')) {
      files.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (!known.includes(name)) return `there is no option ${name}. There are: ${known.join(', ')}`;
    const value = equals < 0 ? args[++i] : arg.slice(equals + 1);
    if (value === undefined) return `${name} needs a value`;
    options.set(name, value);
  }
  return { options, files };
}
