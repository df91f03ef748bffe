/** Two windows of one presentation: the presenter's, and the one on the projector. */

interface Place {
  readonly mark: number;
  readonly beat: number;
}

const NAME = 'pymemlab-workshop';

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  Number.isInteger((value as Place).mark) &&
  Number.isInteger((value as Place).beat);

export interface StageLink {
  tell(beat: number): void;
  close(): void;
}

/** @param follow told where the other window has gone, and once where it is */
export function linkStages(
  mark: number,
  where: () => number,
  follow: (beat: number) => void,
): StageLink {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'where') channel.postMessage({ mark, beat: where() } satisfies Place);
    else if (isPlace(data) && data.mark === mark) follow(data.beat);
  };
  return {
    tell: (beat) => channel.postMessage({ mark, beat } satisfies Place),
    close: () => channel.close(),
  };
}

/** Asks the window that is there already where it is. */
export function askWhere(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage('where');
  channel.close();
}
