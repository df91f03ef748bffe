import type { ProfileId, Program } from '../../../engine/index.ts';
import type { Opening } from '../lenses/memory/zoom.ts';
import type { LensChoice, Zoom } from './lenses.ts';

export type Mode = Program['mode'];

/** How the interpreter is started, where it is not as usual. */
export type Setup = Pick<Program, 'malloc' | 'geometry'>;

/** What an island must know of the run that was made with the site; the rest is in the page. */
export interface Still {
  readonly steps: number;
  /** Height of the tallest picture of the run, in sixteenths of a rem. */
  readonly pictureHeight: number;
  /** Lines that the program prints. */
  readonly lines: number;
}

export interface Release {
  readonly id: ProfileId;
  /** '3.13.0' */
  readonly release: string;
}

/** What a playground is, besides its pictures. */
export interface PlaygroundFacts {
  /** Written by hand, never changed: texts and links are kept under it. */
  readonly id: string;
  readonly file: string;
  readonly source: string;
  readonly profile: ProfileId;
  readonly mode: Mode;
  readonly setup?: Setup;
  /** The lens that is open before the reader chooses; the Objects lens unless told otherwise. */
  readonly lens?: LensChoice;
  /** What of the Memory map is open: as the chapter names it, and where that is in the page's run. */
  readonly open?: Opening | undefined;
  readonly zoom?: Zoom;
  readonly still: Still;
}

/** As a page hands it to an island: the program stands in the page already, highlighted. */
export type PageFacts = Omit<PlaygroundFacts, 'source'> & { readonly source?: string };
