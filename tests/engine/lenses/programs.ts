/** Programs and machines that the tests of the lenses share. */
import { type ProfileId, Timeline } from '../../../engine/whole.ts';

export const RELEASES: readonly ProfileId[] = [
  '3.8',
  '3.9',
  '3.10',
  '3.11',
  '3.12',
  '3.13',
  '3.14',
  '3.15',
];

/** A bit of everything: containers, a class, a closure, a cycle, large blocks, things that go. */
export const MIXED = `a = []
b = [1, 2, 3]
c = {"x": a, "y": b}
f = 3.5
class Node:
    def __init__(self, value):
        self.value = value
        self.next = self
n = Node(1000)
del f
big = "x" * 2000
xs = list(map(float, range(700)))
del xs
def outer(v):
    return lambda: v
g = outer(2.5)
s = {10, 20, 30, 40, 50, 60, 70}
t = (1, 2.5, "".join(["p", "q"]))
n = None
k = bytearray(b"hello")
`;

/** A timeline of a program that has run to its end. */
export function ran(source: string, profile: ProfileId = '3.13', memory?: number): Timeline {
  const program = { source, filename: 'test.py', profile, mode: 'script' } as const;
  const timeline = new Timeline(program, memory === undefined ? {} : { memory });
  timeline.advance();
  return timeline;
}

/** The step after a line of the program ran for the first time. */
export function stepAfter(timeline: Timeline, line: number): number {
  for (let step = 1; step <= timeline.steps; step++) {
    if (timeline.lineOf(step) === line) return step + 1;
  }
  throw new Error(`line ${line} never ran`);
}
