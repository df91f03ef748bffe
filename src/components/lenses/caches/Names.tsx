import type { CachedName, CachesScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { objectText } from '../object-text.ts';
import { constantText, nameText, ORIGINS, originText, shortAddress } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly scene: CachesScene;
}

/** Names that lead to one object stand together: that they share it is the point. */
function byObject(names: readonly CachedName[]): readonly (readonly CachedName[])[] {
  const groups = new Map<string, CachedName[]>();
  for (const name of names) {
    const group = groups.get(name.object.address);
    if (group) group.push(name);
    else groups.set(name.object.address, [name]);
  }
  return [...groups.values()];
}

function Shared({ t, names }: { readonly t: Translate; readonly names: readonly CachedName[] }) {
  const [first] = names;
  if (!first) return null;
  return (
    <li class="cache-object">
      <span class="cache-names">{names.map(nameText).join(', ')}</span>
      <span aria-hidden="true">→</span> <code>{objectText(t, first.object.text)}</code>
      <span class="cache-place" title={first.object.address}>
        {shortAddress(first.object.address)}
      </span>
      {constantText(t, first) && <em>{constantText(t, first)}</em>}
    </li>
  );
}

/** The objects behind the names, by where they come from. */
export function Names({ t, scene }: Props) {
  const { first, last } = scene.smallInts;
  return (
    <>
      {ORIGINS.map((origin) => {
        const names = scene.names.filter((one) => one.origin === origin);
        if (names.length === 0) return null;
        return (
          <section key={origin} class={origin === 'own' ? 'cache-kind own' : 'cache-kind'}>
            <p class="cache-title">
              {originText(t, origin)}
              {origin === 'small-int' && <em> {t('caches.range', { first, last })}</em>}
            </p>
            <ul>
              {byObject(names).map((group) => (
                <Shared key={group[0]?.object.address} t={t} names={group} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

export function NamesTable({ t, scene }: Props) {
  return (
    <table class="lens-table">
      <caption class="sr-only">{t('caches.names')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('caches.name')}</th>
          <th scope="col">{t('caches.object')}</th>
          <th scope="col">{t('caches.address')}</th>
          <th scope="col">{t('caches.from')}</th>
        </tr>
      </thead>
      <tbody>
        {scene.names.map((one) => (
          <tr key={nameText(one)}>
            <th scope="row">{nameText(one)}</th>
            <td>
              <code>{objectText(t, one.object.text)}</code>
            </td>
            <td>{one.object.address}</td>
            <td>
              {originText(t, one.origin)} {constantText(t, one)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
