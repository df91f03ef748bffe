/** What a link brings into a room: a learner's invitation, the presenter's key. Both are kept. */
import { load, save } from '../../state/storage.ts';
import { CODE } from './bounds.ts';

const INVITATION = 'room-invitation';
const KEY = 'room-key';

/** The code in a learner's link, `room=K7Q3PM`; kept, for the link may hold no plan yet. */
export function invitation(): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('room');
  if (given && CODE.test(given)) save(INVITATION, given);
  const kept = load(INVITATION);
  return kept && CODE.test(kept) ? kept : null;
}
export const forgetInvitation = (): void => save(INVITATION, null);

/** The presenter's, out of the link that the server printed; it does not stay in the address. */
export function presenterKey(): string | null {
  const fields = new URLSearchParams(location.hash.slice(1));
  const given = fields.get('key');
  if (given) {
    save(KEY, /^[0-9A-Z]{26}$/.test(given) ? given : null);
    fields.delete('key');
    const hash = fields.size > 0 ? `#${fields}` : '';
    history.replaceState(history.state, '', location.pathname + location.search + hash);
  }
  return load(KEY);
}
export const forgetKey = (): void => save(KEY, null);
