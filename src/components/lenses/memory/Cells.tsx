import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { takeFocus } from './focus.ts';

/** One place of a row that is stepped through with the arrow keys. */
export interface Cell {
  readonly key: number;
  /** Classes that tell its state. */
  readonly look: string;
  /** What it is, in words. */
  readonly label: string;
  readonly content?: ComponentChildren;
}

interface Props {
  readonly label: string;
  readonly cells: readonly Cell[];
  /** Classes of the row: how large its places are. */
  readonly size: string;
  /** Where to begin; the one that was open when it was left. */
  readonly start: number;
  /** Absent where nothing listens: in the page before any script. */
  readonly onOpen?: ((index: number) => void) | undefined;
  /** Takes the focus when it appears: the reader came here by a key or a click. */
  readonly focus: boolean;
}

/** Places from one line to the next, as the browser laid them out. */
function columns(list: HTMLElement): number {
  return getComputedStyle(list).gridTemplateColumns.split(' ').length;
}

function moved(key: string, at: number, last: number, list: HTMLElement): number | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowDown':
      return Math.min(last, at + columns(list));
    case 'ArrowUp':
      return Math.max(0, at - columns(list));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Room at the lower edge of a pane, where the line of words stays. */
const DETAIL = 76;

/** Scrolls the pane that the cell is in, and never the page. */
function reveal(cell: Element | undefined): void {
  const pane = cell?.closest('.pg-picture');
  if (!cell || !pane) return;
  const [{ top, bottom }, edge] = [cell.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (top < edge.top + 8) pane.scrollTop -= edge.top + 8 - top;
  else if (bottom > edge.bottom - DETAIL) pane.scrollTop += bottom - edge.bottom + DETAIL;
}

const cellAt = (target: EventTarget | null): number | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  return cell ? Number(cell.dataset['cell']) : null;
};

/** Cells for those who only look: drawn once, with the same classes. */
function Still({ cells, size, label }: Props) {
  return (
    <div class={`mem-cells ${size}`} role="img" aria-label={label}>
      {cells.map(({ key, look, content }) => (
        <span key={key} class={`mem-cell ${look}`}>
          {content}
        </span>
      ))}
    </div>
  );
}

/**
 * Many small places as one list box: one stop for Tab, arrow keys within, Enter opens. The line
 * below says in words what the place under the keys or the pointer is.
 */
function Alive({ label, cells, size, start, onOpen, focus }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(start);
  const [over, setOver] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (!focus) return;
    takeFocus(list.current);
    reveal(list.current?.children[start]);
  }, []);
  const last = cells.length - 1;
  const active = Math.min(at, last);
  const go = (to: number) => {
    setAt(to);
    setOver(null);
    reveal(list.current?.children[to]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !list.current) return;
    const to = moved(event.key, active, last, list.current);
    if (to !== null) go(to);
    else if (event.key === 'Enter' || event.key === ' ') onOpen?.(active);
    else return;
    event.preventDefault();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents: what the pointer shows, the keys show too */}
      <div
        ref={list}
        class={`mem-cells ${size}`}
        role="listbox"
        aria-label={label}
        tabIndex={0}
        aria-activedescendant={`${id}-${active}`}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const index = cellAt(event.target);
          if (index !== null) onOpen?.(index);
        }}
        onMouseOver={(event) => setOver(cellAt(event.target))}
        onMouseLeave={() => setOver(null)}
      >
        {cells.map(({ key, look, label: name, content }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names the active place
          <span
            key={key}
            id={`${id}-${index}`}
            class={index === active ? `mem-cell active ${look}` : `mem-cell ${look}`}
            role="option"
            aria-selected={index === active}
            aria-label={name}
            data-cell={index}
          >
            {content}
          </span>
        ))}
      </div>
      <p class="mem-detail">{cells[over ?? active]?.label}</p>
    </>
  );
}

export function Cells(props: Props) {
  return props.onOpen ? <Alive {...props} /> : <Still {...props} />;
}
