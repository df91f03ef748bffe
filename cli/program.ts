/** Running a file as CPython would, with its stdout, stderr and exit status. */
import { type Ending, type Program, type RunSummary, runToEnd } from '../engine/run-only.ts';

/** Exit statuses of ours, beside the program's own. */
export const LIMIT_STATUS = 3;
export const UNSUPPORTED_STATUS = 4;
/** The engine broke: our bug. 70 is EX_SOFTWARE of sysexits.h. */
export const FAULT_STATUS = 70;

export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** Runs a program to its end on a fresh machine. */
export function runProgram(program: Program): ProgramResult {
  return resultOf(runToEnd(program));
}

/** What a run comes to for the shell. */
export function resultOf({ ending, output }: RunSummary): ProgramResult {
  const text = (stream: string) =>
    output
      .filter((piece) => piece.stream === stream)
      .map((piece) => piece.text)
      .join('');
  const { exit, message } = statusOf(ending);
  return { stdout: text('stdout'), stderr: text('stderr') + message, exit };
}

function statusOf(ending: Ending): { readonly exit: number; readonly message: string } {
  switch (ending.kind) {
    case 'exit':
      return { exit: ending.code, message: '' };
    case 'limit':
      return { exit: LIMIT_STATUS, message: `pymemlab: ${ending.message}\n` };
    case 'unsupported': {
      const place = ending.line > 0 ? ` (line ${ending.line}, column ${ending.column})` : '';
      const message = `pymemlab: not supported: ${ending.feature}${place}\n`;
      return { exit: UNSUPPORTED_STATUS, message };
    }
    case 'stopped':
      return { exit: LIMIT_STATUS, message: 'pymemlab: stopped\n' };
    case 'fault':
      return { exit: FAULT_STATUS, message: `pymemlab: engine fault: ${ending.message}\n` };
  }
}
