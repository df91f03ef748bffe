/** The bounds of what is told in a room: what is beyond is refused. In characters and entries, unless it says otherwise. */
export const BOUNDS = {
  nickname: 40,
  /** Events in one message. */
  batch: 50,
  /** Events of one learner in all. */
  events: 5000,
  learners: 500,
  handouts: 200,
  title: 120,
  text: 4000,
  fragment: 4000,
  /** Bytes of any message: a text of the longest may need several for a character. */
  body: 64 * 1024,
} as const;

/** Of a room: six letters, none of which looks like another. */
export const CODE = /^[0-9A-HJKMNP-TV-Z]{6}$/;

/** Where the server's addresses begin, behind the site's path. */
export const API = 'room/api/';
