/** Where the tests of a CPython release lie on this machine. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';

/** The folder `lib/python3.N/test`, null when there is none. */
export function findTests(release: string): string | null {
  return [...candidates(release)].find((folder) => existsSync(`${folder}/test_list.py`)) ?? null;
}

function* candidates(release: string): Generator<string> {
  const given = process.env['PYTHON_TESTS'];
  if (given?.includes(release)) yield given;
  const pyenv = process.env['PYENV_ROOT'] ?? `${homedir()}/.pyenv`;
  const installed = existsSync(`${pyenv}/versions`) ? readdirSync(`${pyenv}/versions`) : [];
  for (const version of installed) {
    if (version.startsWith(`${release}.`))
      yield `${pyenv}/versions/${version}/lib/python${release}/test`;
  }
  for (const prefix of ['/usr/lib', '/usr/local/lib']) yield `${prefix}/python${release}/test`;
}
