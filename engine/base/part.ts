/**
 * Parts of the engine that few programs need: they are fetched when one does.
 *
 * A part is code, no state of a machine; once there, it stays for all machines. Who comes to a part
 * that is not there throws `CodeNotLoaded`, which ends the run from outside; the host fetches the part
 * and runs the program anew (loading/).
 */
import { CodeNotLoaded } from './errors.ts';

export class Part<Code> {
  private readonly name: string;
  private loaded: Code | undefined;

  /** @param name as in loading/loaders.ts */
  constructor(name: string) {
    this.name = name;
  }

  /** @throws CodeNotLoaded */
  get code(): Code {
    if (this.loaded === undefined) throw new CodeNotLoaded(this.name);
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
