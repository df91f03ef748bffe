/** Whether this browser is in a room. The course's pages ask it, so it stands apart from all else that is kept. */
import { load } from '../../state/storage.ts';

/** The entry that holds the learner's place in the room. */
export const MEMBER = 'room-member';

export const isMember = (): boolean => load(MEMBER) !== null;
