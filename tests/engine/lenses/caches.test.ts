/** The Caches lens tells what the machine's memory holds: origins by name, free lists in order. */
import { describe, expect, it } from 'vitest';
import { type CachesScene, type ProfileId, Timeline } from '../../../engine/whole.ts';

const SOURCE = `a = float('1.5')
b = float('2.5')
word = 'hello'
made = ''.join(['he', 'llo'])
small = 7
large = 70000
letter = 'q'
nothing = None
pair = (large, word)
places = [id(a), id(b)]
del a
del b
last = 0
`;

function scenes(profile: ProfileId): { at: (line: number) => CachesScene; places: string[] } {
  const timeline = new Timeline({ source: SOURCE, filename: 'c.py', profile, mode: 'script' });
  timeline.advance();
  const stepOf = (line: number) => {
    for (let step = 1; step <= timeline.steps; step++)
      if (timeline.lineOf(step) === line) return step;
    throw new Error(`line ${line} does not run`);
  };
  const objects = timeline.lens('caches', stepOf(10), {}).names;
  const places = ['b', 'a'].map((name) => objects.find((one) => one.name === name)!.object.address);
  return { at: (line) => timeline.lens('caches', stepOf(line), {}), places };
}

const PROFILES: readonly ProfileId[] = ['3.8', '3.11', '3.13', '3.14', '3.15'];

describe.each(PROFILES)('caches in %s', (profile) => {
  const { at, places } = scenes(profile);

  it('tells where the objects behind the names come from', () => {
    const origins = Object.fromEntries(at(10).names.map(({ name, origin }) => [name, origin]));
    expect(origins).toMatchObject({
      a: 'own',
      word: 'interned',
      made: 'own',
      small: 'small-int',
      large: 'constant',
      // in 3.11 a constant of one character is a string of its own: chr(113) is not 'q'
      letter: profile === '3.11' ? 'interned' : 'character',
      nothing: 'singleton',
      pair: 'own',
    });
  });

  it('lists freed floats, the one that was freed last first', () => {
    const floats = at(13).freeLists.find(({ name }) => name === 'float');
    expect(floats?.places.slice(0, 2)).toEqual(places);
    expect(floats).toMatchObject({ limit: 100 });
    expect(floats!.length - (floats!.before ?? 0)).toBe(1);
  });
});
