import type { Translate } from '../../../i18n/words.ts';
import type { Actions } from './actions.ts';
import { nameOf } from '../names.ts';
import { objectText } from '../object-text.ts';
import type { PlacedObject } from './layout.ts';

interface Props {
  readonly t: Translate;
  readonly box: PlacedObject;
  readonly actions: Actions | undefined;
}

interface RowProps {
  readonly text: string;
  readonly label: string;
  readonly onPress: (() => void) | undefined;
}

/** A row that says what is left out; pressed, it shows that. */
function OpenRow({ text, label, onPress }: RowProps) {
  if (!onPress) return <span class="lens-item">{text}</span>;
  return (
    <button type="button" class="lens-item lens-open" title={label} onClick={onPress}>
      {text}
    </button>
  );
}

/** Items a page back, and items a page on. */
const PAGE = 20;

/** What the object refers to, and the ways to what is cut. */
export function ItemRows({ t, box, actions }: Props) {
  const { number, live, items, earlier, more, isOpen } = box;
  if (!live) return null;
  const object = nameOf(live);
  const open = (from: number) => actions && (() => actions.onOpen(number, from));
  return (
    <>
      {earlier > 0 && (
        <OpenRow
          text={t('lens.earlier', { count: earlier })}
          label={t('lens.openEarlier', { object })}
          onPress={open(Math.max(0, earlier - PAGE))}
        />
      )}
      {items.map(({ label, value }, index) => (
        // Items of a set have one label for all.
        <span key={`${index}.${label}`} class="lens-item" aria-hidden={value === null}>
          {label} {value !== null && <b>{objectText(t, value)}</b>}
        </span>
      ))}
      {more > 0 ? (
        <OpenRow
          text={t('lens.more', { count: more })}
          label={t('lens.openMore', { object })}
          onPress={open(isOpen ? earlier + items.length : 0)}
        />
      ) : (
        isOpen && (
          <OpenRow
            text={t('lens.fewer')}
            label={t('lens.close', { object })}
            onPress={actions && (() => actions.onClose(number))}
          />
        )
      )}
    </>
  );
}
