/** Two runs side by side. */
import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../../engine/whole.ts';
import { ran } from '../lenses/programs.ts';

describe('two releases on one program', () => {
  it('differ in the count of None, in sizes, and in what they print', () => {
    const source = 'import sys\nx = None\nd = {"a": 1}\nprint(sys.getsizeof(d) > 200)\nz = 1\n';
    const { differences, steps } = compareRuns(ran(source, '3.8'), ran(source, '3.13'));
    expect(steps.every(({ a, b }) => a === b)).toBe(true);
    const of = (kind: string, name: string) => {
      return differences.find((one) => one.kind === kind && one.name === name);
    };
    expect(of('refcount', 'x')).toMatchObject({ at: { line: 3, occurrence: 1 }, b: 'immortal' });
    expect(Number(of('size', 'd')!.a)).toBeGreaterThan(Number(of('size', 'd')!.b));
    expect(of('output', '')).toMatchObject({ at: { line: 5 }, a: 'True\n', b: 'False\n' });
  });

  it('align by line and occurrence where one of them takes another way', () => {
    const source =
      'import sys\nn = 2 if sys.version_info >= (3, 12) else 3\nfor i in range(n):\n    y = [i]\nz = 1\n';
    const { steps, differences } = compareRuns(ran(source, '3.11'), ran(source, '3.12'));
    const body = steps.filter(({ line }) => line === 4);
    expect(body.map(({ occurrence, b }) => [occurrence, b === null])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(steps[steps.length - 1]).toMatchObject({ line: 0 });
    expect(differences.some(({ kind }) => kind === 'step')).toBe(true);
    expect(differences.find(({ kind, name }) => kind === 'text' && name === 'n')).toMatchObject({
      a: '3',
      b: '2',
    });
  });

  it('tell from when to when a name is bound', () => {
    const source = 'import sys\ny = [5]\nif sys.version_info < (3, 12):\n    del y\nz = 1\nw = 2\n';
    const { lifetimes, steps } = compareRuns(ran(source, '3.11'), ran(source, '3.13'));
    const [y] = lifetimes.filter(({ name }) => name === 'y');
    expect(y).toMatchObject({ type: 'list' });
    expect(y!.a![1]).toBeLessThan(y!.b![1]);
    expect(steps[y!.b![1]]).toMatchObject({ line: 0 });
  });

  it('are alike when they are the same', () => {
    const source = 'a = [1]\nb = a\nprint(b)\n';
    const comparison = compareRuns(ran(source, '3.13'), ran(source, '3.13'));
    expect(comparison.differences).toEqual([]);
    expect(comparison.lifetimes).toEqual([]);
    expect(comparison.steps.length).toBe(4);
  });
});
