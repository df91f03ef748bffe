import { useSignal } from '@preact/signals';
import type { Plan } from '../plan.ts';
import { Qr } from '../Qr.tsx';
import type { Standing } from '../standing.ts';
import { encodeStanding } from '../standing-code.ts';
import type { Say } from '../words.ts';

interface Props {
  readonly say: Say;
  readonly standing: Standing;
  readonly plan: Plan;
}

/** The standing as a code, to show or to send. It goes nowhere by itself. */
export function CodePanel({ say, standing, plan }: Props) {
  const open = useSignal(false);
  const copied = useSignal('');
  const code = encodeStanding(standing, plan);
  return (
    <section class="ws-code" aria-labelledby="ws-code-title">
      <h2 id="ws-code-title">{say('learn.code')}</h2>
      <p>{say('learn.codeAbout', { sign: standing.sign })}</p>
      <button
        type="button"
        aria-expanded={open.value}
        aria-controls="ws-code-shown"
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {say(open.value ? 'learn.hideCode' : 'learn.showCode')}
      </button>
      <div id="ws-code-shown" hidden={!open.value}>
        {open.value && (
          <>
            <Qr text={code} label={say('learn.qr', { code })} />
            <p>
              <code class="ws-code-text">{code}</code>
              <button
                type="button"
                onClick={async () => {
                  try {
                    await navigator.clipboard.writeText(code);
                    copied.value = say('learn.copied');
                  } catch {
                    copied.value = say('learn.notCopied');
                  }
                }}
              >
                {say('learn.copy')}
              </button>
              <span role="status">{copied.value}</span>
            </p>
          </>
        )}
      </div>
    </section>
  );
}
