import { expect, test } from 'vitest';
import { decode, encode, fragment, payloadFor } from '../../src/components/playground/share.ts';

const is313 = (id: string): id is '3.13' => id === '3.13';
const shared = { text: "print('内存')\n", profile: '3.13', mode: 'repl', step: 7 } as const;

test('a link brings back what went in', async () => {
  const payload = await encode(shared);
  expect(payload).toMatch(/^[\w-]+$/);
  expect(payloadFor('here', fragment('here', payload))).toBe(payload);
  expect(payloadFor('there', fragment('here', payload))).toBeNull();
  expect(await decode(payload, is313)).toEqual(shared);
});

test('a link to a release that this site does not have opens without it', async () => {
  const never = (_id: string): _id is '3.13' => false;
  expect(await decode(await encode(shared), never)).not.toHaveProperty('profile');
});

test('what is no link of ours is none', async () => {
  const wrong = await encode({ ...shared, mode: 'evil' as 'repl' });
  for (const payload of ['', '!!', 'AAAA', wrong]) expect(await decode(payload, is313)).toBeNull();
});

test('a link of a bomb is refused', async () => {
  const bomb = await encode({ ...shared, text: 'x'.repeat(1_000_000) });
  expect(await decode(bomb, is313)).toBeNull();
});
