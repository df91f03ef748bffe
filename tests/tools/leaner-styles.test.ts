import { expect, test } from 'vitest';
import { shortScopes } from '../../tools/astro/short-scopes.ts';
import { usedAfterAll } from '../../tools/astro/unused-styles.ts';

type Shorten = (code: string) => { readonly code: string };

const shorten = (): Shorten => {
  const { transform } = shortScopes();
  if (typeof transform !== 'object') throw new Error('shortScopes has no transform');
  return transform.handler as unknown as Shorten;
};

test('marks of components are shortened in markup and styles alike', () => {
  const short = shorten();
  expect(short('<p class="note astro-by6fddyj">').code).toBe('<p class="note _by6">');
  expect(short('.note:where(.astro-by6fddyj){}').code).toBe('.note:where(._by6){}');
  expect(short('<astro-island>').code).toBe('<astro-island>');
});

test('two components never share a mark', () => {
  const short = shorten();
  short('astro-by6fddyj');
  expect(() => short('astro-by6aaaaa')).toThrow(/by6fddyj and by6aaaaa/);
});

test('a page with a class whose rules were left out is found', () => {
  expect(usedAfterAll('<p class="note starlight-aside">')).toBe('starlight-aside');
  expect(usedAfterAll('<p class=sl-badge>')).toBe('sl-badge');
  expect(usedAfterAll('<p class="note">starlight-aside</p>')).toBeUndefined();
});
