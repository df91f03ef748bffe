import { describe, expect, it } from 'vitest';
import { type Check, checkProgram, type ProfileId } from '../../../engine/whole.ts';
import { ran } from '../lenses/programs.ts';

/** A check without `kind` and `at`: they look at the end unless told otherwise. */
type Question = Record<string, unknown>;

/** What a run answers: the found texts, and whether each check passed. */
function ask(source: string, questions: readonly Question[], profile: ProfileId = '3.13') {
  const timeline = ran(source, profile);
  const checks = questions.map(
    (question) =>
      ({
        kind: question['is'] ? 'compare' : question['of'] ? 'block' : 'memory',
        at: 'end',
        ...question,
      }) as unknown as Check,
  );
  return checkProgram(checks, timeline);
}

const passed = (source: string, questions: readonly Question[], profile?: ProfileId) =>
  ask(source, questions, profile)
    .filter((outcome) => !outcome.passed)
    .map(({ found }) => found);

/** Fills the pool that serves 64-byte blocks, and one more wholly, with bytes of 31 characters. */
const FILL = `keep = []
def fill(n):
    for i in range(n):
        keep.append(b'%031d' % i)
fill(1000)
last = keep[-1]
where = id(last)
del last, keep[-1]
again = b'%031d' % 5
`;

describe('facts of a block', () => {
  it('tells class, block and pool of what stands in a pool', () => {
    const all = (fact: string, equals: unknown) => ({ of: 'keep[300]', fact, equals });
    const outcomes = ask(FILL, [
      all('layer', 'pymalloc'),
      all('block', 'used'),
      all('block-bytes', 64),
      all('size-class', 3),
      all('free-order', 0),
      all('pool', 'full'),
      all('pool-used-blocks', 255),
      all('pool-free-blocks', 0),
      all('pool-blocks', 255),
    ]);
    expect(outcomes.map(({ passed: ok, found }) => ok || found)).toEqual(outcomes.map(() => true));
  });

  it('looks at addresses that ints hold', () => {
    expect(
      passed(FILL, [
        { of: { address: 'where' }, to: 'again', fact: 'address', is: 'same' },
        { of: { address: 'where' }, fact: 'block', equals: 'used' },
        { of: { address: 'where' }, fact: 'block', at: { before: 'again =' }, equals: 'free' },
        { of: { address: 'where' }, fact: 'free-order', at: { before: 'again =' }, equals: 1 },
        {
          of: 'keep[-1]',
          toAt: { before: 'del last' },
          to: 'last',
          fact: 'address',
          is: 'below',
          distance: 64,
        },
      ]),
    ).toEqual([]);
  });

  it('follows items, keys and attributes, and finds the block before a GC header', () => {
    const source = `class Box: pass
box = Box()
box.cup = [1.5]
table = {'cup': box.cup}
pair = ('x', box)
`;
    for (const profile of ['3.8', '3.13', '3.15'] as const)
      expect(
        passed(
          source,
          [
            { of: "table['cup']", to: 'box.cup', fact: 'address', is: 'same' },
            { of: 'pair[-1].cup[0]', to: 'box.cup[0]', fact: 'block', is: 'same' },
            { of: 'box.cup', fact: 'block', equals: 'used' },
            { of: 'box.cup', fact: 'block-bytes', equals: 64 },
            { of: 'box.cup', to: 'box.cup[0]', fact: 'pool', is: 'different' },
            { of: 'box.cup', to: 'pair[1].cup', fact: 'arena', is: 'same' },
          ],
          profile,
        ),
      ).toEqual([]);
  });

  it('knows who gave what did not come from a pool', () => {
    const source = `small = bytes(479)
large = bytes(480)
huge = bytes(1000000)
where = id(huge)
none = None
del huge
`;
    const huge = { of: 'huge', at: { before: 'where =' } };
    expect(
      passed(source, [
        { of: 'small', fact: 'layer', equals: 'pymalloc' },
        { of: 'small', fact: 'block-bytes', equals: 512 },
        { of: 'large', fact: 'layer', equals: 'malloc' },
        { of: 'large', fact: 'block', equals: 'none' },
        { of: 'large', fact: 'pool', equals: 'none' },
        { of: 'large', fact: 'arena', equals: -1 },
        { ...huge, fact: 'layer', equals: 'mmap' },
        { ...huge, fact: 'block-bytes', atLeast: 1000033, atMost: 1004000 },
        { of: { address: 'where' }, fact: 'layer', equals: 'none' },
        { of: 'none', fact: 'layer', equals: 'static' },
      ]),
    ).toEqual([]);
  });

  it('says what is wrong', () => {
    const found = (question: Question) => ask(FILL, [question])[0]!;
    const block = { of: 'keep[300]', fact: 'pool' };
    expect(found({ ...block, equals: 'empty' })).toMatchObject({ passed: false, found: 'full' });
    expect(found({ ...block, atLeast: 1 })).toMatchObject({ passed: false, found: 'full' });
    expect(found({ ...block, of: 'nobody', equals: 'full' })).toMatchObject({
      passed: false,
      found: 'no such name',
    });
    expect(found({ ...block, at: { before: 'nowhere' }, equals: 'full' })).toEqual({
      passed: false,
      found: 'the line was never reached',
      step: null,
    });
    expect(found({ of: 'keep[299]', to: 'keep[300]', fact: 'address', is: 'same' })).toMatchObject({
      passed: false,
      found: '64 bytes below',
    });
    expect(
      found({ of: 'keep[299]', to: 'keep[300]', fact: 'pool', is: 'different' }),
    ).toMatchObject({ passed: false, found: 'same' });
  });
});

/** Takes some arenas of objects, lets all but one go, then that. */
const ARENAS = `keep = []
before = 0
for i in range(15000):
    keep.append(b'%0200d' % i)
survivor = keep[9000]
where = id(survivor)
full = 1
keep.clear()
one = 1
del survivor
done = 1
`;

describe('facts of all of memory', () => {
  it.each(['3.8', '3.9', '3.13', '3.15'] as const)('follows arenas, %s', (profile) => {
    const [full, one, done] = ['full = 1', 'one = 1', 'done = 1'].map((before) => ({ before }));
    const since = { before: 'before = 0' };
    const arenaBytes = profile === '3.8' || profile === '3.9' ? 256 * 1024 : 1024 * 1024;
    const grown = Math.floor((15000 * 240) / arenaBytes);
    expect(
      passed(
        ARENAS,
        [
          { fact: 'arenas', since, at: full, atLeast: grown, atMost: grown + 4 },
          { fact: 'pools-full', blockBytes: 240, at: full, atLeast: 150 },
          { fact: 'pools-full', blockBytes: 240, at: one, equals: 0 },
          { fact: 'pools-used', blockBytes: 240, at: one, atLeast: 1, atMost: 3 },
          { fact: 'allocated-blocks', since, at: full, atLeast: 15000, atMost: 15010 },
          { fact: 'mapped-bytes', since, at: full, atLeast: grown * arenaBytes },
          { fact: 'arenas', since: full, at: one, atMost: -(grown - 2) },
          { of: { address: 'where' }, fact: 'arena-used-blocks', at: one, equals: 1 },
          { of: { address: 'where' }, fact: 'arena-used-pools', at: one, equals: 1 },
          { of: { address: 'where' }, fact: 'pool', at: one, equals: 'used' },
          { of: { address: 'where' }, fact: 'arena-order', at: one, atLeast: 1 },
          { fact: 'arenas-most', at: 'end', atLeast: grown },
          { fact: 'arenas-asked', at: 'end', atLeast: grown },
        ],
        profile,
      ),
    ).toEqual([]);
    // with the survivor its arena goes; from 3.9 on one wholly free arena is kept
    const kept = profile === '3.8' ? 0 : 1;
    expect(
      passed(
        ARENAS,
        [
          { fact: 'arenas', since: one, at: done, equals: -1 },
          { fact: 'free-arenas', at: one, equals: kept },
          { fact: 'free-arenas', at: done, equals: kept },
        ],
        profile,
      ),
    ).toEqual([]);
  });

  it('counts a page as resident when it is written to', () => {
    const source = `start = 0
zeros = bytes(400000)
mapped = 0
ones = b'x' * 400000
written = 0
del ones
gone = 0
`;
    const [start, mapped, written, gone] = ['start', 'mapped', 'written', 'gone'].map((name) => ({
      before: `${name} = 0`,
    }));
    expect(
      passed(source, [
        { fact: 'mapped-bytes', since: start, at: mapped, atLeast: 400000 },
        { fact: 'resident-bytes', since: start, at: mapped, atMost: 32768 },
        { fact: 'resident-bytes', since: mapped, at: written, atLeast: 400000 },
        { fact: 'resident-bytes', since: written, at: gone, atMost: -390000 },
        { fact: 'raw-blocks', since: written, at: gone, equals: -1 },
        { fact: 'heap-bytes', at: 'end', atLeast: 4096 },
      ]),
    ).toEqual([]);
  });
});
