/** The engine in a worker of its own: a program that never ends does not freeze the page. */
import { EngineHost } from './host.ts';
import type { Request } from './protocol.ts';

// Not setTimeout: browsers hold nested timers back for 4 ms each.
const channel = new MessageChannel();
const tasks: (() => void)[] = [];
channel.port1.onmessage = () => tasks.shift()?.();

const host = new EngineHost({
  send: (reply) => postMessage(reply),
  later: (task) => {
    tasks.push(task);
    channel.port2.postMessage(null);
  },
  now: () => performance.now(),
});

addEventListener('message', (event: MessageEvent<Request>) => host.handle(event.data));
host.rehearse();
