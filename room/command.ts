/** What `npm run workshop` does besides serving: opens the store, makes the room, tells its code and key. */
import { csvOf } from './csv.ts';
import { drawCode, drawId, drawKey, hashOf } from './keys.ts';
import { openStore } from './open-store.ts';
import type { RoomServer } from './server.ts';
import type { NewRoom, Room, Store } from './store/store.ts';

export interface Settings {
  /** Path of the SQLite file. */
  readonly data: string;
  /** A PostgreSQL's address, instead. */
  readonly database?: string | undefined;
  readonly 'new-key'?: boolean;
  readonly 'new-room'?: boolean;
}

/** Rejects with a sentence. */
export async function openRooms({ data, database }: Settings): Promise<Store> {
  try {
    return await openStore(database, data);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const what = database ? 'The database of DATABASE_URL' : `The file ${data}`;
    throw new Error(`${what} cannot be opened: ${why || 'no answer'}`);
  }
}

interface Opened {
  readonly room: Room;
  /** Only now; from here on there is its hash. */
  readonly key: string | undefined;
}

/** The room that this process serves: the first of the store, or one that is made. */
export async function roomFor(store: Store, settings: Partial<Settings>): Promise<Opened> {
  const key = drawKey();
  const fresh: NewRoom = { id: drawId(), code: drawCode(), keyHash: hashOf(key) };
  if (settings['new-room']) {
    await store.addRoom(fresh);
    return { room: fresh, key };
  }
  const room = await store.ensureRoom(fresh);
  if (room.id === fresh.id) return { room, key };
  if (!settings['new-key']) return { room, key: undefined };
  await store.newKey(room.id, fresh.keyHash);
  return { room, key };
}

export async function tellRoom(
  store: Store,
  { port, addresses }: RoomServer,
  base: string,
  settings: Settings,
): Promise<void> {
  const { room, key } = await roomFor(store, settings);
  const own = addresses.find((one) => one.startsWith('https:')) ?? `http://127.0.0.1:${port}`;
  const presenter = `${own}${base}workshop/present/`;
  const lines = [
    `The room ${room.code} is open.  (Ctrl+C closes it; nothing is lost)`,
    ...addresses.map((address) => `  learners   ${address}${base}room/${room.code}`),
    key
      ? `  presenter  ${presenter}#key=${key}\nThe presenter's key is shown this once.`
      : `  presenter  ${presenter}\nThe key is the one that was shown first. Another one: npm run workshop -- --new-key`,
  ];
  console.log(lines.join('\n'));
}

export async function printReport(store: Store): Promise<void> {
  for (const room of await store.rooms()) process.stdout.write(csvOf(await store.report(room.id)));
}
