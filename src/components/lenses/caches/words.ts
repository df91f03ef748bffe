import type { CachedName, Origin, SceneFreeList } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';

/** In the order in which they are shown: from what was there first to what is the program's own. */
export const ORIGINS: readonly Origin[] = [
  'small-int',
  'character',
  'singleton',
  'interned',
  'constant',
  'own',
];

export const originText = (t: Translate, origin: Origin) => t(`caches.origin.${origin}`);

/** `a`, and with the function's name where it is not a global one. */
export const nameText = ({ frame, name }: CachedName) =>
  frame === 'globals' ? name : `${frame}: ${name}`;

export function constantText(t: Translate, { code, origin }: CachedName): string {
  return code === '' || origin === 'own' ? '' : t('caches.constantOf', { code });
}

/** The last digits of an address, which tell places apart. */
export const shortAddress = (address: string) => `…${address.slice(-5)}`;

export function changeText(t: Translate, { length, before }: SceneFreeList): string {
  const change = before === null ? 0 : length - before;
  if (change === 0) return '';
  return change > 0 ? t('caches.more', { count: change }) : t('caches.fewer', { count: -change });
}
