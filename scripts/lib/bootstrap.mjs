// What every command does first: packages present, and a Node that the tools accept.
import { explainOldNode } from './explain.mjs';
import { install } from './install.mjs';
import { become, findNode } from './project-node.mjs';

/** Never comes back in a process whose Node is too old: the same script then runs under another. */
export async function bootstrap(script, giveUp = stop) {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const problem = await install();
  if (problem) giveUp(problem);
  const node = findNode();
  if (!node) giveUp(explainOldNode(process.versions.node, `${process.platform} ${process.arch}`));
  if (node !== process.execPath) process.exit(await become(node, script, process.argv.slice(2)));
}

export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
