/** Questions over a whole run. */
import { describe, expect, it } from 'vitest';
import { ExpressionError, type QuestionsOptions } from '../../../engine/whole.ts';
import { ran } from '../lenses/programs.ts';

describe('the life of an object', () => {
  it('tells who made it and what freed it', () => {
    const timeline = ran('def make():\n    return [1000]\na = make()\nb = a\ndel a\nb = 2\n');
    const life = timeline.queries.lifeOf(5, { name: 'a' });
    expect(life).toMatchObject({
      object: { type: 'list', number: 2 },
      born: 4,
      allocatedBy: { instruction: { name: 'BUILD_LIST', line: 2, function: 'make' } },
      died: 7,
      freedBy: {
        instruction: { name: 'STORE_NAME', argument: 'b', line: 6 },
        cascade: [],
        phase: null,
      },
    });
  });

  it('tells a cascade from the collector', () => {
    const nested = ran('a = [[1000]]\ninner = 5\ndel a\nx = 1\n');
    expect(nested.queries.lifeOf(2, { object: 2 })?.freedBy).toMatchObject({
      cascade: [{ number: 1, type: 'list' }],
      phase: null,
    });
    const cycle = ran('import gc\na = []\na.append(a)\ndel a\ngc.collect()\nx = 1\n');
    expect(cycle.queries.lifeOf(4, { name: 'a' })).toMatchObject({
      died: 6,
      freedBy: { phase: 'delete_garbage', native: ['gc.collect'] },
    });
  });

  it('knows what was there from the start and what is there at the end', () => {
    const timeline = ran('a = [1000]\nb = len\n');
    expect(timeline.queries.lifeOf(2, { name: 'a' })).toMatchObject({ died: null, freedBy: null });
    expect(timeline.queries.lifeOf(1, { name: 'a' })).toBeNull();
  });
});

describe('the life of an address', () => {
  it('tells apart two objects that stood there in one line', () => {
    const timeline = ran('a = [1]\ndel a; b = [2, 3]\nc = 1\n');
    const [list] = timeline.view(2).scene.objects;
    const lives = timeline.queries.livesAt(Number(list!.address));
    expect(lives.map(({ object, from }) => [object.text, from])).toEqual([
      ['[1 item]', 2],
      ['[2 items]', 3],
    ]);
  });

  it('is empty where nothing ever stood', () => {
    expect(ran('a = 1\n').queries.livesAt(8)).toEqual([]);
  });
});

const LOOP = `class Node:
    def __init__(self, value):
        self.value = value
xs = []
d = {'k': 0}
for i in range(10):
    xs.append(Node(i))
    d['k'] = i * 1.5
text = 'done'
`;

describe('the first step at which an expression holds', () => {
  const timeline = ran(LOOP);
  const first = (expression: string) => timeline.queries.firstStep(expression);

  it.each([
    ['len(xs) == 3', (names: Map<string, string>) => names.get('xs') === '[3 items]'],
    ["d['k'] > 4", () => true],
    ['xs[-1].value == 5', () => true],
    ['refcount(xs) >= 2 and len(xs) > 1', () => true],
    ["text == 'do' + 'ne'", (names: Map<string, string>) => names.get('text') === "'done'"],
    ["type(xs) == 'list'", () => true],
    ["'k' in d and not xs", () => true],
    ['value is i and i > 2', () => true],
  ])('%s', (expression, holds) => {
    const step = first(expression);
    expect(step).not.toBeNull();
    const { scene } = timeline.view(step!);
    const names = new Map(
      scene.frames[0]!.names.map(({ label, to }) => {
        return [label, scene.objects.find(({ number }) => number === to)?.text ?? ''];
      }),
    );
    expect(holds(names)).toBe(true);
    expect(timeline.queries.firstStep(expression, step!)).toBe(step);
  });

  it('changes nothing', () => {
    const before = timeline.view(10);
    first('len(xs) == 9 and xs[0].value == 1');
    expect(timeline.view(10)).toEqual(before);
  });

  it('is null when it never holds, and says what it does not know', () => {
    expect(first('missing == 1')).toBeNull();
    expect(first('len(xs) > 10')).toBeNull();
    expect(() => first('xs.append(1)')).toThrow(ExpressionError);
    expect(() => first('x = 1')).toThrow(ExpressionError);
  });
});

describe('the Questions lens', () => {
  const timeline = ran('a = []\nb = [a]\ndel a, b\nc = []\nd = []\n');
  const asked = (options: QuestionsOptions) => timeline.lens('questions', 3, options);

  it('tells how an object came and went, and what else stood at its address, at any step', () => {
    const { life, lives } = asked({ object: 1 });
    expect(life).toMatchObject({ object: { number: 1 }, born: 2, died: 4 });
    expect(life?.allocatedBy?.instruction).toMatchObject({ name: 'BUILD_LIST', line: 1 });
    expect(life?.freedBy?.instruction).toMatchObject({ name: 'DELETE_NAME', line: 3 });
    expect(lives[0]).toMatchObject({ object: { number: 1 }, from: 2, to: 3 });
    expect(timeline.lens('questions', 5, { object: 1 }).life).toEqual(life);
    expect(lives.length).toBe(2);
    expect(asked({})).toEqual({ step: 3, life: null, lives: [], holds: null });
  });

  it('tells what took the last reference when a finalizer ran after it', () => {
    const box = 'class Box:\n    def __del__(self):\n        x = 1\n        y = 2\n';
    const run = ran(`${box}a = Box()\nb = [a]\ndel a\ndel b\nx = 1\n`);
    const { life } = run.lens('questions', 5, { name: 'a' });
    expect(life?.freedBy).toMatchObject({
      instruction: { name: 'DELETE_NAME', argument: 'b' },
      cascade: [{ type: 'list' }],
    });
  });

  it('tells where an expression holds, that it never does, or why it cannot be asked', () => {
    expect(asked({ holds: 'len(b) == 1' }).holds).toEqual({ kind: 'step', step: 3 });
    expect(asked({ holds: ' len(b) == 1', from: 4 }).holds).toEqual({ kind: 'never' });
    expect(asked({ holds: 'a.clear()' }).holds).toMatchObject({ kind: 'unreadable' });
    expect(asked({ holds: ' ' }).holds).toBeNull();
  });
});

describe('numbers of objects', () => {
  const numbers = (source: string, step: number) => {
    const { frames } = ran(source).view(step).scene;
    return Object.fromEntries(
      frames.flatMap(({ names }) => names.map(({ label, to }) => [label, to])),
    );
  };

  it('differ where an object takes the address of another within one line', () => {
    const source = 'a = object()\na = None; a = object()\nx = 1\n';
    const timeline = ran(source);
    const at = (step: number, name: string) => {
      const { frames, objects } = timeline.view(step).scene;
      const to = frames[0]!.names.find(({ label }) => label === name)!.to;
      return objects.find(({ number }) => number === to)!;
    };
    const [first, second] = [at(2, 'a'), at(3, 'a')];
    expect(first.address).toBe(second.address);
    expect(first.number).not.toBe(second.number);
  });

  it('stay with an object behind the steps that are walked, and go with it', () => {
    const source = [
      'kept = [1]',
      'gone = [2]',
      'for i in range(3000):',
      '    if i == 2500:',
      '        gone = None',
      '        other = [3]',
      'x = 1',
    ].join('\n');
    const early = numbers(source, 4);
    const late = numbers(source, ran(source).steps + 1);
    expect(late['kept']).toBe(early['kept']);
    expect(late['other']).not.toBe(early['gone']);
  });

  it('stay with an object that a finalizer brought back', () => {
    const source = [
      'class Back:',
      '    def __del__(self):',
      '        global again',
      '        again = self',
      'one = Back()',
      'one = None',
      'x = 1',
    ].join('\n');
    const timeline = ran(source);
    const before = numbers(source, timeline.summary().lines.indexOf(6) + 1);
    expect(numbers(source, timeline.steps + 1)['again']).toBe(before['one']);
  });
});
