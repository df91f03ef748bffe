// Reads `--port 4400`, `--port=4400` or PORT.
import { parseArgs } from 'node:util';

/** Returns { port } or { problem }. */
export function readPort(args, fromEnvironment, fallback) {
  let given;
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string', short: 'p' } } });
    given = values.port;
  } catch (error) {
    return { problem: `${error.message.split('.')[0]}. The one option is --port <number>.` };
  }
  const text = given ?? fromEnvironment ?? String(fallback);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    return { problem: `"${text}" is not a port. Give a number from 1 to 65535.` };
  return { port };
}
