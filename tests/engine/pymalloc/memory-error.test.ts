/** What a program sees when memory is used up: a MemoryError, and nothing is lost. */
import { expect, test } from 'vitest';
import { runToEnd } from '../../../engine/whole.ts';

const RELEASES = ['3.8', '3.13', '3.15'] as const;
const MEMORY = 20 * 1024 * 1024;

/** What a program prints; the machine is looked over at its end. */
function printed(source: string, profile: (typeof RELEASES)[number]): string {
  const program = { source, filename: 'm.py', profile, mode: 'script' } as const;
  const { ending, output } = runToEnd(program, { check: true, memory: MEMORY });
  expect(ending).toEqual({ kind: 'exit', code: 0 });
  return output.map(({ text }) => text).join('');
}

const FILL = `import sys
def fill(size):
    keep = []
    try:
        while True:
            keep.append(bytes(size))
    except MemoryError as error:
        assert repr(error) == 'MemoryError()' and error.args == ()
        return len(keep)

before = sys.getallocatedblocks()
for size in (300, 479, 480, 300000):
    first, second = fill(size), fill(size)
    print(size, first == second, first > 10)
print(sys.getallocatedblocks() - before < 10)
`;

test.each(RELEASES)('%s: memory that was used up can be had again, all of it', (profile) => {
  expect(printed(FILL, profile)).toBe(
    '300 True True\n479 True True\n480 True True\n300000 True True\nTrue\n',
  );
});

const IMPOSSIBLE = `
class Local:
    def __del__(self):
        print('gone')

def attempt(make):
    local = Local()
    try:
        make()
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__)

attempt(lambda: bytes(10**15))
attempt(lambda: [0] * 10**15)
attempt(lambda: (0,) * 10**15)
attempt(lambda: 'x' * 10**15)
attempt(lambda: bytearray(10**15))
attempt(lambda: list(range(10)) * 2**62)
`;

test.each(RELEASES)(
  '%s: what cannot be is refused, and what the call held is let go',
  (profile) => {
    expect(printed(IMPOSSIBLE, profile)).toBe('MemoryError\ngone\n'.repeat(6));
  },
);

const KEPT = `errors = []
for i in range(40):
    try:
        bytes(10**15)
    except MemoryError as error:
        errors.append(error)
print(len(errors), len({id(error) for error in errors}))
`;

test.each(RELEASES)('%s: sixteen are kept for the purpose, then the last resort', (profile) => {
  // up to 3.11 others are made as long as there is memory
  expect(printed(KEPT, profile)).toBe(profile === '3.8' ? '40 40\n' : '40 17\n');
});
