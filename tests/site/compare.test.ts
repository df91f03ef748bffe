/** Two releases side by side: what differs at steps that stand for each other. */
import { expect, test } from 'vitest';
import { type ProfileId, Timeline } from '../../engine/whole.ts';
import { compareScenes } from '../../src/components/playground/compare/differences.ts';

function ran(source: string, profile: ProfileId): Timeline {
  const timeline = new Timeline({ source, filename: 'a.py', profile, mode: 'script' });
  timeline.advance();
  return timeline;
}

test('names whose objects differ between releases are found, the others are not', () => {
  // 3.8 has no immortal objects, and its ints and empty dicts have other sizes.
  const source = 'a = None\nb = []\nc = b\nd = "x" * 30\n';
  const [ours, theirs] = (['3.13', '3.8'] as const).map((id) => ran(source, id));
  const at = (timeline: Timeline | undefined) => timeline!.view(timeline!.steps + 1).scene;
  const rows = compareScenes(at(ours), at(theirs));
  const differing = Object.fromEntries(rows.map(({ name, differs }) => [name, differs]));
  expect(Object.keys(differing).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(differing['a']).toContain('refcount');
  expect(differing['b']).toEqual([]);
  expect(differing['d']).toEqual(['size']);
});

test('a name that is bound on one side only differs in everything', () => {
  const [one, other] = [ran('a = []\nb = []\n', '3.13'), ran('a = []\n', '3.13')];
  const rows = compareScenes(one.view(3).scene, other.view(2).scene);
  expect(rows.find(({ name }) => name === 'b')).toMatchObject({ theirs: null });
  expect(rows.find(({ name }) => name === 'b')?.differs).toHaveLength(4);
  expect(rows.find(({ name }) => name === 'a')?.differs).toEqual([]);
});
