/**
 * Tab in an editor, so that nobody is trapped (WCAG 2.1.2): who arrived by Tab moves on with Tab,
 * until a click or another key shows that they came to write. Escape gives the key back.
 */
export class TabKey {
  readonly #tell: (indents: boolean) => void;
  #indents = false;

  constructor(tell: (indents: boolean) => void) {
    this.#tell = tell;
  }

  get indents(): boolean {
    return this.#indents;
  }

  #set(indents: boolean): void {
    if (indents === this.#indents) return;
    this.#indents = indents;
    this.#tell(indents);
  }

  pressed(): void {
    this.#set(true);
  }

  left(): void {
    this.#set(false);
  }

  key(key: string): void {
    if (key === 'Escape') this.#set(false);
    else if (!['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(key)) this.#set(true);
  }
}
