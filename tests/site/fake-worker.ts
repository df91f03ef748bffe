import type { EngineWorker } from '../../src/worker/client.ts';
import type { Reply, Request } from '../../src/worker/protocol.ts';

/** A worker that keeps what it is sent, and says what a test tells it to. */
export class FakeWorker implements EngineWorker {
  readonly heard: Request[] = [];
  ended = false;
  onmessage: EngineWorker['onmessage'] = null;
  onerror: EngineWorker['onerror'] = null;
  onmessageerror: EngineWorker['onmessageerror'] = null;

  postMessage(request: Request): void {
    this.heard.push(request);
  }

  terminate(): void {
    this.ended = true;
  }

  say(reply: Reply): void {
    this.onmessage?.({ data: reply } as MessageEvent<Reply>);
  }

  crash(message: string): void {
    this.onerror?.({ message, preventDefault: () => {} } as ErrorEvent);
  }

  last<T extends Request['type']>(type: T): Request & { type: T } {
    const found = this.heard.findLast((request) => request.type === type);
    if (!found) throw new Error(`no ${type} was sent`);
    return found as Request & { type: T };
  }
}
