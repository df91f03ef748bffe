import type { Say } from '../words.ts';
import type { Handout } from './messages.ts';

interface Props {
  readonly say: Say;
  readonly site: string;
  readonly handouts: readonly Handout[];
}

/** What was handed out, the newest first. It opens when its reader opens it. */
export function Handouts({ say, site, handouts }: Props) {
  return (
    <>
      <h3>{say('room.handouts')}</h3>
      <p role="status">
        {handouts.length === 0
          ? say('room.noHandouts')
          : say('room.count', { count: handouts.length })}
      </p>
      <ul class="ws-handouts">
        {handouts.toReversed().map((handout) => (
          <li key={handout.id}>
            {handout.kind === 'place' ? (
              <a href={site + handout.body}>{handout.title}</a>
            ) : (
              <details>
                <summary>{handout.title}</summary>
                <Sheet handout={handout} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sheet({ handout }: { readonly handout: Handout }) {
  if (handout.kind === 'text') return <p class="ws-handed">{handout.body}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on narrow screens
    <pre class="ws-handed" tabIndex={0}>
      <code>{handout.body}</code>
    </pre>
  );
}
