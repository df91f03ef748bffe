/** Names and methods stand in the releases that have them, as each real interpreter said. */
import { expect, it } from 'vitest';
import type { ProfileId } from '../../../engine/profiles/index.ts';
import { runToEnd } from '../../../engine/whole.ts';

const source = `
import builtins, contextlib, enum
names = 'PythonFinalizationError ExceptionGroup BaseExceptionGroup EncodingWarning aiter anext memoryview'
print([name for name in names.split() if hasattr(builtins, name)])
methods = ((str, 'removeprefix'), (bytes, 'removesuffix'), (bytearray, 'removeprefix'), (int, 'bit_count'),
           (bool, 'bit_count'), (int, 'is_integer'), (KeyError, 'add_note'), (memoryview, 'index'))
print([t.__name__ + '.' + name for t, name in methods if hasattr(t, name)])
@contextlib.asynccontextmanager
async def entered():
    yield 1
async def main():
    with contextlib.suppress(KeyError):
        raise KeyError
    async with entered() as x:
        return x
try:
    main().send(None)
except StopIteration as end:
    print(end.value)
`;

const removers = ['str.removeprefix', 'bytes.removesuffix', 'bytearray.removeprefix'];
const counters = [...removers, 'int.bit_count', 'bool.bit_count'];
const groups = ['ExceptionGroup', 'BaseExceptionGroup', 'EncodingWarning', 'aiter', 'anext'];

const recorded: readonly (readonly [ProfileId, readonly string[], readonly string[]])[] = [
  ['3.8', [], []],
  ['3.9', [], removers],
  ['3.10', groups.slice(2), counters],
  ['3.11', groups, [...counters, 'KeyError.add_note']],
  ['3.12', groups, [...counters, 'int.is_integer', 'KeyError.add_note']],
  [
    '3.13',
    ['PythonFinalizationError', ...groups],
    [...counters, 'int.is_integer', 'KeyError.add_note'],
  ],
  [
    '3.14',
    ['PythonFinalizationError', ...groups],
    [...counters, 'int.is_integer', 'KeyError.add_note', 'memoryview.index'],
  ],
];

const shown = (names: readonly string[]): string =>
  `[${names.map((name) => `'${name}'`).join(', ')}]`;

it.each(recorded)('%s', (profile, names, methods) => {
  const run = runToEnd({ source, filename: 'program.py', profile, mode: 'script' });
  const text = run.output.map((piece) => piece.text).join('');
  expect(text).toBe(`${shown([...names, 'memoryview'])}\n${shown(methods)}\n1\n`);
});
