import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MemoryMapScene, SceneBytes, SceneField } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { takeFocus } from './focus.ts';
import { contentText, hex, noteText } from './words.ts';
import { arenaOf } from './zoom.ts';
import '../../../styles/bytes.css';

interface Props {
  readonly t: Translate;
  readonly scene: MemoryMapScene;
  readonly bytes: SceneBytes;
  readonly onOpen: ((address: number) => void) | undefined;
  readonly focus: boolean;
}

/** Bytes of one field that are written out. */
const MOST_BYTES = 32;

const pair = (byte: number) => byte.toString(16).padStart(2, '0');

/** The bytes as they lie in memory, the least significant first, eight to a group. */
function hexGroups(bytes: readonly number[]): string[] {
  const groups: string[] = [];
  for (let i = 0; i < bytes.length; i += 8) {
    groups.push(
      bytes
        .slice(i, i + 8)
        .map(pair)
        .join(' '),
    );
  }
  return groups;
}

function Hex({ t, bytes }: { readonly t: Translate; readonly bytes: readonly number[] }) {
  const shown = hexGroups(bytes.slice(0, MOST_BYTES));
  const more = bytes.length - MOST_BYTES;
  return (
    <code class="mem-hex">
      {shown.map((group, i) => (
        <span key={i}>{group} </span>
      ))}
      {more > 0 && <span class="more">{t('memory.moreBytes', { bytes: more })}</span>}
    </code>
  );
}

/** The value: a number, a text, or an address that one can go to. */
function Value({
  t,
  scene,
  field,
  onOpen,
}: Omit<Props, 'bytes' | 'focus'> & { field: SceneField }) {
  const { value, target } = field;
  const address = value.startsWith('0x') ? Number(value) : 0;
  const goes = onOpen !== undefined && address > 0 && arenaOf(scene, address) !== null;
  return (
    <>
      {goes ? (
        <button type="button" class="mem-go" onClick={() => onOpen(address)}>
          {value}
        </button>
      ) : (
        <code>{value}</code>
      )}
      {target && <span class="mem-target"> → {contentText(t, target)}</span>}
    </>
  );
}

/** Fields one after the other, those of one structure together. */
function structs(fields: readonly SceneField[]): { struct: string; fields: SceneField[] }[] {
  const groups: { struct: string; fields: SceneField[] }[] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (last?.struct === field.struct) last.fields.push(field);
    else groups.push({ struct: field.struct, fields: [field] });
  }
  return groups;
}

function Row({ bytes, field, ...props }: Omit<Props, 'focus'> & { readonly field: SceneField }) {
  const { t } = props;
  const { offset, name, bytes: length } = field;
  const says = noteText(t, field.note);
  return (
    <tr class={name === '' ? 'nameless' : undefined}>
      <td class="mem-offset">
        <code>+{offset}</code>
      </td>
      <th scope="row">
        <code>{name || '–'}</code>
      </th>
      <td>
        <Hex t={t} bytes={bytes.bytes.slice(offset, offset + length)} />
      </td>
      <td>
        <Value {...props} field={field} />
        {says && <span class="mem-note"> {says}</span>}
      </td>
    </tr>
  );
}

function titleOf(t: Translate, { kind, content, bytes }: SceneBytes): string {
  const size = t('memory.bytes', { bytes: bytes.length });
  if (kind === 'header') return `${t('memory.headerTitle')}, ${size}`;
  const what = content
    ? contentText(t, content)
    : t(`memory.look.${kind === 'free' ? 'free' : 'untouched'}`);
  return `${what}, ${size}`;
}

/** One block, or a pool's header: every byte, with the field that it belongs to. */
export function Bytes(props: Props) {
  const { t, bytes, focus } = props;
  const title = useRef<HTMLParagraphElement>(null);
  // At once: a key that follows must not find the focus nowhere.
  useLayoutEffect(() => {
    if (focus) takeFocus(title.current);
  }, [bytes.address]);
  return (
    <>
      <p ref={title} class="mem-facts" tabIndex={-1}>
        <b>{titleOf(t, bytes)}</b> <code>{hex(bytes.address)}</code>
      </p>
      <table class="mem-bytes">
        <caption class="sr-only">{t('memory.bytesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('memory.offset')}</th>
            <th scope="col">{t('memory.field')}</th>
            <th scope="col">{t('memory.hex')}</th>
            <th scope="col">{t('memory.value')}</th>
          </tr>
        </thead>
        {structs(bytes.fields).map(({ struct, fields }, i) => (
          <tbody key={i}>
            {struct && (
              <tr class="mem-struct">
                <th scope="rowgroup" colSpan={4}>
                  <code>{struct}</code>
                </th>
              </tr>
            )}
            {fields.map((field) => (
              <Row key={field.offset} {...props} field={field} />
            ))}
          </tbody>
        ))}
      </table>
      {bytes.fields.length === 0 && <BareBytes t={t} bytes={bytes} />}
    </>
  );
}

/** A block of which no field is known. */
function BareBytes({ t, bytes }: { readonly t: Translate; readonly bytes: SceneBytes }) {
  return (
    <p>
      <Hex t={t} bytes={bytes.bytes} />
    </p>
  );
}
