/**
 * Parts of the engine that few programs need: they are fetched when one does.
 *
 * A part is code, no state of a machine; once there, it stays for all machines. Who comes to a part
 * that is not there throws `CodeNotLoaded`, which ends the run from outside; the host fetches the part
 * and runs the program anew (loading/). A host that can read files at once brings them in the midst of
 * the run instead (`lateCode`).
 */
import { CodeNotLoaded } from './errors.ts';

/**
 * How a host that has all files at hand brings all code that is still missing, when some is needed; null
 * where the host cannot, and when it has.
 */
export const lateCode: { bring: (() => void) | null } = { bring: null };

/**
 * Brings code that is missing.
 * @throws CodeNotLoaded where that cannot be done at once
 */
export function bringCode(name: string): void {
  const { bring } = lateCode;
  if (bring === null) throw new CodeNotLoaded(name);
  lateCode.bring = null;
  bring();
}

export class Part<Code> {
  private readonly name: string;
  private loaded: Code | undefined;

  /** @param name as in loading/loaders.ts */
  constructor(name: string) {
    this.name = name;
  }

  /** @throws CodeNotLoaded */
  get code(): Code {
    while (this.loaded === undefined) bringCode(this.name);
    return this.loaded;
  }

  provide(code: Code): void {
    this.loaded = code;
  }
}

type Call = (...args: never[]) => unknown;

/** A function of a part; the part is needed when it is called. */
export function late<Code, Name extends keyof Code>(
  part: Part<Code>,
  name: Name,
): Extract<Code[Name], Call> {
  const call: Call = (...args) => (part.code[name] as Call)(...args);
  return call as Extract<Code[Name], Call>;
}
