import { useMemo } from 'preact/hooks';
import type { Language } from '../../course/chapters.ts';
import { translator } from '../../i18n/words.ts';
import { PlaygroundView, type Stills } from './PlaygroundView.tsx';
import type { PageFacts } from './still.ts';
import { usePlayground } from './use-playground.ts';

interface Props extends Stills {
  readonly language: Language;
  readonly facts: PageFacts;
}

export default function PlaygroundIsland({ language, facts, ...stills }: Props) {
  const t = useMemo(() => translator(language), [language]);
  const model = usePlayground(facts, stills.code);
  return <PlaygroundView t={t} model={model} stills={stills} />;
}
