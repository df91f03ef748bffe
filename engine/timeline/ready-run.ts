/**
 * A machine that has booted before anybody knows for which program. Most of a boot is the same for all
 * programs of a release; a reader who comes near Run is about to ask for one.
 */
import type { ProfileId } from '../profiles/capabilities.ts';
import type { Limits, Program } from './api.ts';
import { ProgramRun, withDefaults } from './program-run.ts';

export class ReadyRun {
  private readonly profile: ProfileId;
  private readonly run: ProgramRun;

  constructor(profile: ProfileId) {
    this.profile = profile;
    const program = { source: '', filename: '', profile, mode: 'script' } as const;
    this.run = new ProgramRun(program, withDefaults({}), true, 'later');
  }

  /**
   * The run of a program on this machine, which then serves no other.
   * @returns null when the program, or what it may use, asks for another machine
   */
  serve(program: Program, limits: Partial<Limits>): ProgramRun | null {
    const { profile, malloc, geometry } = program;
    const isPlain = malloc === undefined && geometry === undefined;
    if (profile !== this.profile || !isPlain || Object.keys(limits).length > 0) return null;
    this.run.bootFor(program);
    return this.run;
  }
}
