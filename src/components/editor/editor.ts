/** What a playground asks of whatever edits its text. */
import type { Problem } from '../../../engine/index.ts';

export interface Editor {
  setText(text: string): void;
  /** Scrolls so that the line can be seen. */
  reveal(line: number): void;
  showProblems(problems: readonly Problem[]): void;
  /** @param column from 0 */
  goTo(line: number, column: number): void;
  /** The reader had begun to write before this editor arrived: Tab indents. */
  claimTab(): void;
  dispose(): void;
}

export interface EditorOptions {
  readonly text: string;
  /** Offset of the caret to begin with; null: the reader is elsewhere, and stays there. */
  readonly caret: number | null;
  /** Its accessible name, and the id of the note on how to leave it. */
  readonly label: string;
  readonly describedBy: string;
  /** It can be read and searched, not changed. */
  readonly readOnly: boolean;
  readonly onEdit: (text: string) => void;
  readonly onRun: () => void;
  readonly onTabKey: (indents: boolean) => void;
  /** Pixels scrolled: marks are drawn over the text. */
  readonly onScroll: (to: { readonly x: number; readonly y: number }) => void;
}
