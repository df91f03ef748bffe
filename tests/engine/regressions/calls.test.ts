/**
 * What made-up calls of whatever there is found: the program prints what CPython prints, and the machine
 * is sound. Where releases differ, all are asked.
 */
import { describe, expect, it } from 'vitest';
import { type ProfileId, runToEnd } from '../../../engine/whole.ts';

/** What a program prints; the machine is looked over before and after its end. */
function run(source: string, profile: ProfileId): string {
  const program = { source, filename: 'calls.py', profile, mode: 'script' } as const;
  const { ending, output } = runToEnd(program, { check: true, memory: 24 * 1024 * 1024 });
  expect(ending).toEqual({ kind: 'exit', code: 0 });
  return output.map(({ text }) => text).join('');
}

/** Prints what each expression gives, or what it raises. */
const tries = (...expressions: readonly string[]) =>
  `for text in ${JSON.stringify(expressions)}:
    try: print(eval(text))
    except Exception as e: print(type(e).__name__, e)
`;

const EACH = ['3.8', '3.11', '3.14'] as const;

describe.each(EACH)('%s', (profile) => {
  it('makes no more of sys.flags, and more of sys.int_info from four values', () => {
    const source = `import sys\n${tries(
      'type(sys.flags)()',
      'type(sys.version_info)([3, 14, 0])',
      'type(sys.int_info)()',
      'type(sys.int_info)(1)',
      'type(sys.int_info)([1])',
      'type(sys.int_info)(range(4), 5)',
      'type(sys.int_info)(range(4))',
      'sys.int_info.__reduce__()[1]',
    )}`;
    expect(run(source, profile)).toBe(
      `TypeError cannot create 'sys.flags' instances
TypeError cannot create 'sys.version_info' instances
TypeError structseq() missing required argument 'sequence' (pos 1)
TypeError constructor requires a sequence
TypeError sys.int_info() takes a 4-sequence (1-sequence given)
TypeError sys.int_info() takes a dict as second arg, if any
sys.int_info(bits_per_digit=0, sizeof_digit=1, default_max_str_digits=2, str_digits_check_threshold=3)
((30, 4, 4300, 640), {})
`,
    );
  });

  it('imports statistics', () => {
    const source = 'import statistics\nprint(statistics.fmean([1, 2, 4]))';
    expect(run(source, profile)).toBe('2.3333333333333335\n');
  });

  it('knows what a product owns', () => {
    const source = `import itertools
keep = [[] for _ in range(20)], itertools.product(), [[] for _ in range(20)]
print(list(keep[1]), list(itertools.permutations('ab')))`;
    expect(run(source, profile)).toBe("[()] [('a', 'b'), ('b', 'a')]\n");
  });
});
