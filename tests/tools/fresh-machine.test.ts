import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// A copy of the project without node_modules, and an npm that fails in a chosen way.
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pymemlab-'));
  for (const item of ['package.json', 'package-lock.json', 'scripts', 'cli/pymemlab.mjs'])
    cpSync(item, join(folder, item), { recursive: true });
  mkdirSync(join(folder, 'bin'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fakeNpm(lines: string) {
  writeFileSync(join(folder, 'bin', 'npm'), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
}

function start(script: string, ...args: string[]) {
  const path = `${join(folder, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, script), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, npm_execpath: '' },
  });
  return { status, stdout, stderr };
}

describe.skipIf(process.platform === 'win32')('without packages', () => {
  test('no network: a sentence, no stack trace', () => {
    fakeNpm('echo "npm error code ENOTFOUND" >&2; exit 1');
    const { status, stderr } = start('scripts/start.mjs', '--port', '0');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Could not install the packages: .*cannot be reached \(ENOTFOUND\).*\n$/,
    );
  });

  test('a full disk: a sentence', () => {
    fakeNpm('echo "npm error code ENOSPC" >&2; exit 1');
    expect(start('scripts/start.mjs').stderr).toContain('the disk is full');
  });

  test('a full disk that npm only warns of', () => {
    fakeNpm('echo "npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left" >&2; exit 0');
    const { status, stderr } = start('scripts/start.mjs');
    expect(status).toBe(1);
    expect(stderr).toContain('the disk is full');
  });

  test('any other failure: what npm said', () => {
    fakeNpm('echo "npm error something else" >&2; exit 1');
    expect(start('scripts/start.mjs').stderr).toContain('npm said:\nnpm error something else');
  });

  test('the tests still end with their closing line', () => {
    fakeNpm('echo "npm error code EAI_AGAIN" >&2; exit 1');
    const { status, stdout, stderr } = start('scripts/test.mjs');
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(stderr).toContain('cannot be reached (EAI_AGAIN)');
  });

  test('a wrong option is refused before anything is installed', () => {
    fakeNpm('echo installed >&2; exit 1');
    const { stderr } = start('scripts/start.mjs', '--prot', '1');
    expect(stderr).toContain("Unknown option '--prot'");
    expect(stderr).not.toContain('installed');
  });

  test('the command says what is missing', () => {
    const { status, stderr } = start('cli/pymemlab.mjs');
    expect(status).toBe(1);
    expect(stderr).toBe('pymemlab: cli/main.ts is missing from this copy of the project.\n');
  });
});

test('a taken port is named, with a way out', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/start.mjs', '--port', String(port)],
    { encoding: 'utf8' },
  );
  other.close();
  expect(status).toBe(1);
  expect(stderr.trim()).toBe(
    `Port ${port} is taken by another program. Choose another one: npm start -- --port ${port + 1}`,
  );
});
