/**
 * `pymemlab`: the engine at the command line.
 *
 *     pymemlab run [--python 3.14] [--mode script|repl] [--path DIR:DIR] FILE
 *     pymemlab trace FILE --at N [--event N] [--lens NAME] [--of NAME]
 *     pymemlab batch [--check]
 *     pymemlab pymalloc --python V --base-offset N [FILE]
 *     pymemlab check DIR...
 */
import '../engine/whole.ts';
import { batch } from './batch.ts';
import type { Bundle } from './bundle.ts';
import { fail } from './fail.ts';
import { pymalloc } from './pymalloc.ts';
import { run } from './run.ts';
import { trace } from './trace.ts';

const USAGE = `usage: pymemlab COMMAND ...

  run [--python V] [--mode script|repl] [--path DIRS] [--malloc NAME] [--geometry NAME] FILE
                                               run a Python program on the engine; it may import
                                               what lies beside it and in DIRS. --malloc, or the
                                               environment's PYTHONMALLOC: pymalloc, malloc,
                                               pymalloc_debug, malloc_debug, debug
  trace [--at N] [--event N] [--lens LENS] [--of NAME] [--window N] [--holds EXPR]
        [--python V] [--mode MODE] FILE
                                               print what a lens shows before the N-th line runs, or
                                               at the end; or when the N-th event of the line before
                                               has happened: objects, memory, layers, holders,
                                               refcounts, events, collector, caches, questions. --of: the name
                                               or the number of an object, for holders, refcounts,
                                               events, questions; --window: events of so many lines;
                                               --holds: for questions, an expression, and where it
                                               holds first
  batch [--check]                              run programs named by JSON lines on stdin;
                                               --check looks the machine over after each
  pymalloc [--python V | --geometry NAME] [--base-offset N] [FILE]
                                               answer allocation requests as pymalloc would;
                                               NAME: 8-byte-alignment or 256-byte-threshold, of
                                               releases before 3.8, from source and not measured
  check DIR...                                 prove exercises: the starter fails, the solution
                                               passes, each named mistake is told what is wrong, in
                                               every release that exercise.yml lists

Exit status of run: the program's own; 3 when a stated limit was reached;
4 when the program uses something the engine does not support.
`;

/** @returns the exit status */
export async function main(args: readonly string[], bundle?: Bundle): Promise<number> {
  const [command, ...rest] = args;
  if (rest.includes('--help') || rest.includes('-h')) return main(['help']);
  switch (command) {
    case 'run':
      return run(rest, bundle);
    case 'trace':
      return trace(rest);
    case 'batch':
      return batch(rest);
    case 'pymalloc':
      return pymalloc(rest);
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(USAGE);
      return command === undefined ? 2 : 0;
    default:
      return fail(`there is no command '${command}'. Try: pymemlab --help`);
  }
}
