/** What `pymemlab.mjs` lends the commands that it runs from a bundle; without one they get nothing. */
export interface Bundle {
  /** The bundle's first file: its folder keeps what processes leave to each other. */
  readonly file: string;
  /** Brings the rest of the code, which few programs need. */
  readonly rest: () => typeof import('./main.ts');
  /** Whether the machine began from a kept image. */
  fromImage: boolean;
  /** Whether all output has been written, so that the process may end at once. */
  isWritten: boolean;
}
