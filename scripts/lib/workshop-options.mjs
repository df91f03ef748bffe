// Reads what `npm run workshop -- …` was given.
import { parseArgs } from 'node:util';
import { readPort } from './options.mjs';
import { inRoot } from './paths.mjs';

export const HELP = `npm run workshop -- [options]

Serves the site and a room: learners join by a code, the presenter sees who is where.

  --port 4321          another port
  --host 127.0.0.1     for this machine alone; without it, everybody on the network can join
  --address URL        where others reach this server, when it is behind a proxy
  --data FILE          where the room is kept (.room/room.sqlite)
  --new-key            another key for the presenter; the old one ends
  --new-room           one more room in the same store, with its own code and key
  --csv                prints who passed what, as CSV, and ends
  --delete             deletes all rooms with all that is in them, and ends
  --no-build           serves dist/ as it is

DATABASE_URL=postgres://… keeps the rooms in PostgreSQL: then several such processes are one.
BEHIND_PROXY=1 takes visitors' addresses from X-Forwarded-For.`;

const options = {
  port: { type: 'string', short: 'p' },
  host: { type: 'string', default: '0.0.0.0' },
  address: { type: 'string' },
  data: { type: 'string' },
  'new-key': { type: 'boolean', default: false },
  'new-room': { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
  delete: { type: 'boolean', default: false },
  'no-build': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
};

/** Returns the settings, or { problem }. */
export function readWorkshop(args, env) {
  let values;
  try {
    values = parseArgs({ args, options }).values;
  } catch (error) {
    return {
      problem: `${error.message.split('.')[0]}. npm run workshop -- --help tells them all.`,
    };
  }
  const { port, problem } = readPort([], values.port ?? env.PORT, 4321);
  if (problem) return { problem };
  if (values.address !== undefined && !/^https?:\/\/[^\s/]+$/.test(values.address))
    return { problem: `"${values.address}" is not an address like https://lab.example.org.` };
  return {
    ...values,
    port,
    data: values.data ?? inRoot('.room', 'room.sqlite'),
    database: env.DATABASE_URL || undefined,
    isBehindProxy: env.BEHIND_PROXY === '1',
  };
}
