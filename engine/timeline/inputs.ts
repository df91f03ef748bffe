import type { Program } from './api.ts';
import { splitStatements } from './late-parts.ts';

/** One compilation. */
export interface Input {
  readonly source: string;
  readonly filename: string;
  /** What its code objects call the file. */
  readonly codeFile: string;
  readonly mode: 'exec' | 'single';
  /** Lines of the program before this input: tracebacks of a prompt count from each input's start. */
  readonly firstLine: number;
}

/** The inputs of a program, in order. */
export function inputsOf(program: Program): readonly Input[] {
  if (program.mode === 'script') {
    const { source, filename } = program;
    return [{ source, filename, codeFile: filename, mode: 'exec', firstLine: 0 }];
  }
  return splitStatements(program.source, program.profile);
}
