import type { ComponentChildren, RefObject } from 'preact';
import type { TabKey } from '../editor/tab-key.ts';

interface Props {
  readonly area: RefObject<HTMLTextAreaElement>;
  readonly text: string;
  /** The text as the course has it, highlighted; shown as long as it is what the text area holds. */
  readonly code: ComponentChildren;
  readonly asBuilt: boolean;
  readonly readOnly: boolean;
  readonly label: string;
  readonly describedBy: string;
  readonly tab: TabKey;
  readonly onEdit: (text: string) => void;
  readonly onFocus: () => void;
}

function indent(area: HTMLTextAreaElement, onEdit: (text: string) => void): void {
  area.setRangeText('    ', area.selectionStart, area.selectionEnd, 'end');
  onEdit(area.value);
}

/** A text area over the highlighted program: there before any script, and all there is on phones. */
export function PlainEditor(props: Props) {
  const { area, text, code, asBuilt, readOnly, label, describedBy, tab, onEdit, onFocus } = props;
  const lines = text.split('\n');
  return (
    <div class="code-sheet">
      <pre class="code-numbers" aria-hidden="true">
        {lines.map((_, index) => `${index + 1}\n`).join('')}
      </pre>
      <div class="code-shown" hidden={!asBuilt}>
        {code}
      </div>
      <textarea
        ref={area}
        class={asBuilt ? 'code-area' : 'code-area seen'}
        style={{ '--columns': Math.max(...lines.map((line) => line.length)) }}
        aria-label={label}
        aria-describedby={describedBy}
        // In the page the program stands once, highlighted: the first touch brings it in here.
        value={import.meta.env.SSR ? '' : text}
        rows={lines.length}
        readOnly={readOnly}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        wrap="off"
        onFocus={onFocus}
        onBlur={() => tab.left()}
        onPointerDown={() => tab.pressed()}
        onInput={(event) => onEdit(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Tab' && !event.shiftKey && tab.indents && !readOnly) {
            event.preventDefault();
            indent(event.currentTarget, onEdit);
          } else tab.key(event.key);
        }}
      />
    </div>
  );
}
