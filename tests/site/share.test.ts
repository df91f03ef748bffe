import { expect, test } from 'vitest';
import { decode, encode, fragment, payloadFor } from '../../src/components/playground/share.ts';

const is313 = (id: string): id is '3.13' => id === '3.13';
const place = { step: 7, lens: 'memory', selected: 4, zoom: [0, 139637976727552] } as const;
const shared = { text: "print('内存')\n", profile: '3.13', mode: 'repl', ...place } as const;

const link = async (...given: Parameters<typeof encode>) => {
  const payload = await encode(...given);
  if (payload === null) throw new Error('too long');
  return payload;
};

/** A payload of any JSON, as somebody else may make one. */
async function forged(json: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(json)]).stream();
  const packed = stream.pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = Buffer.from(await new Response(packed).arrayBuffer());
  return bytes.toString('base64url');
}

test('a link brings back what went in: program, release, mode, step, lens, object, zoom', async () => {
  const payload = await link(shared);
  expect(payload).toMatch(/^[\w-]+$/);
  expect(payloadFor('here', fragment('here', payload))).toBe(payload);
  expect(payloadFor('there', fragment('here', payload))).toBeNull();
  expect(await decode(payload, is313)).toEqual(shared);
});

test('a link may lead to the program that stands over there', async () => {
  const there = { ...shared, text: null };
  expect(await decode(await link(there), is313)).toEqual(there);
});

test('a link holds the event that one stands at, and the release that stands beside', async () => {
  const by = async (more: object) => decode(await link({ ...shared, ...more }), is313);
  expect(await by({ event: 12, compared: '3.13' })).toEqual({
    ...shared,
    event: 12,
    compared: '3.13',
  });
  expect(await by({ event: null })).toEqual({ ...shared, event: null });
  expect(await by({ event: -1, compared: '9' })).toEqual({ ...shared, event: null });
});

test('a link from before links held a lens opens as it did', async () => {
  const old = await forged({ t: 'a = 1\n', v: '3.13', m: 'script', s: 3 });
  expect(await decode(old, is313)).toEqual({
    text: 'a = 1\n',
    profile: '3.13',
    mode: 'script',
    step: 3,
    lens: 'objects',
    selected: null,
    zoom: [],
  });
});

test('a link to a release that this site does not have says which', async () => {
  const never = (_id: string): _id is '3.13' => false;
  const opened = await decode(await link(shared), never);
  expect(opened).not.toHaveProperty('profile');
  expect(opened).toMatchObject({ missing: '3.13', text: shared.text });
});

test('what is no link of ours is none', async () => {
  const wrong = await link({ ...shared, mode: 'evil' as 'repl' });
  const list = await forged([]);
  const bare = await forged(null);
  for (const payload of ['', '!!', 'AAAA', wrong, list, bare])
    expect(await decode(payload, is313)).toBeNull();
  expect(payloadFor('here', '#play=here')).toBe('');
});

test('fields that somebody else filled are checked one by one', async () => {
  const payload = await forged({ t: 'x', m: 'script', s: -3, l: 'evil', o: '<b>', z: [1, {}] });
  expect(await decode(payload, is313)).toEqual({
    text: 'x',
    mode: 'script',
    step: 1,
    lens: 'objects',
    selected: null,
    zoom: [],
  });
});

test('a program too long for a link makes none, and a link of a bomb is refused', async () => {
  const text = 'x'.repeat(1_000_000);
  expect(await encode({ ...shared, text })).toBeNull();
  expect(await decode(await forged({ t: text, m: 'script', s: 1 }), is313)).toBeNull();
});
