/** A program or an exercise that is written in the page around the frame. */
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import ExerciseIsland from '../../components/exercise/ExerciseIsland.tsx';
import { Inline } from '../../components/exercise/Inline.tsx';
import PlaygroundIsland from '../../components/playground/PlaygroundIsland.tsx';
import type { PlaygroundFacts, Release } from '../../components/playground/still.ts';
import type { Language } from '../../course/chapters.ts';
import { translator } from '../../i18n/words.ts';
import type { OwnContent } from '../messages.ts';
import { tell } from './link.ts';
import { onOpen } from './opening.ts';
import type { OwnExercise } from './own-exercise.ts';

interface Props {
  readonly language: Language;
  readonly profile: Release['id'];
}

type Shown =
  | { readonly kind: 'program'; readonly content: OwnContent }
  | { readonly kind: 'exercise'; readonly content: OwnContent; readonly exercise: OwnExercise }
  | { readonly kind: 'problem'; readonly messages: readonly string[] };

/** Reading an exercise takes the schema, which most embeds never need. */
async function prepare(content: OwnContent): Promise<Shown> {
  if (!content.exercise) return { kind: 'program', content };
  const { readOwnExercise } = await import('./own-exercise.ts');
  const read = readOwnExercise(content.exercise);
  return read.ok
    ? { kind: 'exercise', content, exercise: read.exercise }
    : { kind: 'problem', messages: read.messages };
}

/** Nothing has run: there is no picture yet, and this much room for the first. */
const still = { steps: 0, pictureHeight: 240, lines: 1 };

function Problems({ language, messages }: { language: Language; messages: readonly string[] }) {
  const t = translator(language);
  return (
    <div class="embed-problem" role="alert">
      <p>{t('embed.problem')}</p>
      <ul>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}

export default function OwnFrame({ language, profile }: Props) {
  const shown = useSignal<Shown | null>(null);
  const t = useMemo(() => translator(language), [language]);
  useEffect(() => {
    onOpen(async (content) => {
      shown.value = await prepare(content);
    });
  }, []);
  useLayoutEffect(() => {
    if (!shown.value) return;
    if (shown.value.kind === 'problem') tell('problem', { messages: shown.value.messages });
    tell('ready', {});
  }, [shown.value]);

  const now = shown.value;
  if (!now) return <p class="embed-waits">{t('embed.waits')}</p>;
  if (now.kind === 'problem') return <Problems language={language} messages={now.messages} />;
  const { id, file, source } = now.content;
  const facts: PlaygroundFacts = { id: `own:${id}`, file, source, profile, mode: 'script', still };
  if (now.kind === 'program') return <PlaygroundIsland {...{ language, facts }} />;
  const { title, minutes, task, body } = now.exercise;
  return (
    <ExerciseIsland
      {...{ language, facts }}
      exercise={{ id: `own:${id}`, title, minutes, hintCount: body.hints.length }}
      own={body}
      task={
        <p class="exercise-task">
          <Inline text={task} />
        </p>
      }
    />
  );
}
