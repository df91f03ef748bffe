import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseFrom, listen, parseHeaders, siteHandler } from '../../scripts/lib/site-server.mjs';
import { addPolicy, inlineScripts } from '../../tools/astro/csp.ts';

const folder = mkdtempSync(join(tmpdir(), 'pymemlab-site-'));
const close: (() => void)[] = [];
let plain = '';
let under = '';

async function serve(base: string): Promise<string> {
  const server = await listen(0, siteHandler(folder, base));
  close.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  mkdirSync(join(folder, 'chapter'));
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, 'chapter', 'index.html'), 'chapter');
  writeFileSync(join(folder, '404.html'), 'nothing here');
  writeFileSync(join(folder, '.stamp'), 'secret');
  writeFileSync(join(folder, '_headers'), '# a note\n/*\n  X-One: a: b\n/chapter/*\n  X-Two: c\n');
  plain = await serve('/');
  under = await serve('/book/');
});

afterAll(() => {
  for (const one of close) one();
  rmSync(folder, { recursive: true });
});

const get = (address: string) => fetch(address, { redirect: 'manual' });

test('serves pages, their headers, and the 404 page', async () => {
  expect(await (await get(`${plain}/`)).text()).toBe('home');
  const chapter = await get(`${plain}/chapter/?q=1`);
  expect(await chapter.text()).toBe('chapter');
  expect(chapter.headers.get('x-one')).toBe('a: b');
  expect(chapter.headers.get('x-two')).toBe('c');
  const missing = await get(`${plain}/nowhere/`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toBe('nothing here');
});

test('leads to the address with a slash', async () => {
  const answer = await get(`${plain}/chapter?q=1`);
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/chapter/?q=1']);
});

test('serves nothing outside the folder, and no hidden file', async () => {
  for (const path of ['/.stamp', '/%2e%2e/package.json', '/..%2fpackage.json', '/%E0%A4%A'])
    expect((await get(plain + path)).status, path).toBe(404);
});

test('serves under a base', async () => {
  expect(await (await get(`${under}/book/chapter/`)).text()).toBe('chapter');
  expect((await get(`${under}/`)).headers.get('location')).toBe('/book/');
  expect((await get(`${under}/book/chapter`)).headers.get('location')).toBe('/book/chapter/');
});

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['book', '/book/'],
  ['/a/b/', '/a/b/'],
])('base %j is %s', (given, base) => {
  expect(baseFrom(given)).toBe(base);
});

test('headers are read as static hosts read them', () => {
  expect(parseHeaders('/x\n  A: 1\n  B: 2:3\n')).toEqual([
    {
      path: '/x',
      headers: [
        ['A', '1'],
        ['B', '2:3'],
      ],
    },
  ]);
});

test('the policy names each inline script and comes first in the head', () => {
  const html =
    '<html><head><meta charset="utf-8"/><script>a()</script><script src="/b.js"></script>' +
    '<script type="application/ld+json">{}</script></head></html>';
  expect(inlineScripts(html)).toHaveLength(1);
  expect(addPolicy(html)).toMatch(
    /<head><meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy" content="default-src 'self';[^"]*script-src 'self' 'sha256-[^"]+"><script>/,
  );
});
