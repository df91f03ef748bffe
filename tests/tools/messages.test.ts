import { describe, expect, test } from 'vitest';
import { explainFailure, explainListen, explainOldNode, tail } from '../../scripts/lib/explain.mjs';
import { readPort } from '../../scripts/lib/options.mjs';
import { isNewEnough } from '../../scripts/lib/node-version.mjs';

const said = (output: string) => explainFailure('install the packages', output);

describe('what went wrong, in a sentence', () => {
  test.each(['EAI_AGAIN', 'ENOTFOUND', 'ETIMEDOUT', 'ECONNREFUSED', 'ECONNRESET'])(
    'no network: %s',
    (code) => {
      const sentence = said(
        `npm error code ${code}\nnpm error network request to https://x failed`,
      );
      expect(sentence).toContain(`registry cannot be reached (${code})`);
    },
  );

  test('a full disk', () => {
    expect(said('npm error code ENOSPC\nnpm error nospc')).toContain('the disk is full');
    expect(said('Error: ENOSPC: no space left on device, write')).toContain('the disk is full');
  });

  test('a lock that does not fit', () => {
    const sentence = said('npm error code EUSAGE\nnpm error `npm ci` can only … package-lock.json');
    expect(sentence).toContain('do not agree');
  });

  test('a folder that may not be written', () => {
    expect(said('npm error code EACCES\nnpm error syscall mkdir')).toContain('no permission');
  });

  test('nothing is guessed about other failures', () => {
    expect(said('npm error code E404')).toBeUndefined();
  });

  test('a taken port', () => {
    const sentence = explainListen({ code: 'EADDRINUSE' }, 4321);
    expect(sentence).toBe(
      'Port 4321 is taken by another program. Choose another one: npm start -- --port 4322',
    );
  });

  test('a port below 1024', () => {
    expect(explainListen({ code: 'EACCES' }, 80)).toContain('Choose one above 1023');
  });

  test('a Node that is too old for the tools', () => {
    const sentence = explainOldNode('20.1.0', 'darwin arm64');
    expect(sentence).toContain('22.18 or newer, and this is Node 20.1.0');
  });
});

test('a long output keeps its end', () => {
  const lines = Array.from({ length: 50 }, (_, index) => `line ${index}`).join('\n');
  expect(tail(lines, 2)).toBe('… (48 lines before)\nline 48\nline 49');
  expect(tail('one\ntwo\n', 2)).toBe('one\ntwo');
});

describe('--port', () => {
  test.each([
    [['--port', '4400'], undefined, 4400],
    [['--port=4400'], '1', 4400],
    [[], '4500', 4500],
    [[], undefined, 4321],
  ])('%j with PORT=%s gives %i', (args, environment, port) => {
    expect(readPort(args, environment, 4321)).toEqual({ port });
  });

  test.each([[['--port', 'x']], [['--port', '70000']], [['--prot', '1']], [['extra']]])(
    '%j is refused in a sentence',
    (args) => {
      expect(readPort(args, undefined, 4321).problem).toMatch(/\.$/);
    },
  );
});

test.each([
  ['20.20.2', false],
  ['22.17.9', false],
  ['22.18.0', true],
  ['24.0.0', true],
])('Node %s will do: %s', (version, enough) => {
  expect(isNewEnough(version)).toBe(enough);
});
