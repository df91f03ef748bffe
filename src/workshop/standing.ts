/** Where a learner is: what the learner's page tells the presenter's, and nothing else. */

/** The coloured notes that stand on a desk in a workshop. */
export const NOTES = ['none', 'help', 'done'] as const;
export type Note = (typeof NOTES)[number];

export interface Standing {
  /** Three letters that the learner's browser drew by lot. They name nobody. */
  readonly sign: string;
  /** The place among the plan's work, from 0: where the learner is. */
  readonly at: number;
  readonly note: Note;
  /** Ids of the plan's exercises that are passed. */
  readonly passed: readonly string[];
}

/** Letters of a sign: no two that look alike, as in codes. */
export const SIGN = /^[0-9A-HJKMNP-TV-Z]{3}$/;
