/**
 * What a reader did to a playground while its script was on the way. Hydration sets fields back to
 * what the page was built with, so this must be read before.
 */
export interface EarlyInput {
  readonly text: string | undefined;
  readonly step: number | undefined;
  /** What the two choices of a release stand at: the one that runs, the one beside it. */
  readonly releases: readonly string[];
}

/** What the text area holds, if that is not the program as the page has it. */
function typedText(root: Element | null): string | undefined {
  const text = root?.querySelector('textarea')?.value ?? '';
  return text === '' || text === root?.querySelector('.code-still')?.textContent ? undefined : text;
}

export function earlyInput(id: string): EarlyInput {
  if (import.meta.env.SSR) return { text: undefined, step: undefined, releases: [] };
  const root = document.querySelector(`[data-playground="${id}"]`);
  const choices = root?.querySelectorAll<HTMLSelectElement>('.pg-version select') ?? [];
  return {
    text: typedText(root),
    releases: Array.from(choices, ({ value }) => value),
    step: root?.querySelector<HTMLInputElement>('[type="range"]')?.valueAsNumber,
  };
}
