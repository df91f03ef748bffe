/**
 * A machine that was booted from an image is the machine that a boot makes: the same bytes in the
 * whole buffer, the same addresses, the same functions under the same numbers. For every release,
 * and for every allocator of PYTHONMALLOC.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { bootImages } from '../../engine/objects/boot-image.ts';
import { imageName, Machine } from '../../engine/machine.ts';
import type { Runtime } from '../../engine/objects/runtime.ts';
import { type AllocatorName, profiles, type ProfileId, runToEnd } from '../../engine/whole.ts';

const MEMORY = 12 * 1024 * 1024;

const ALLOCATORS: readonly AllocatorName[] = [
  'pymalloc',
  'malloc',
  'pymalloc_debug',
  'malloc_debug',
];

function boot(profile: ProfileId, malloc: AllocatorName, write = (_text: string) => {}): Machine {
  return new Machine({
    profile,
    malloc,
    stepped: false,
    memory: MEMORY,
    maxChecks: 1_000_000,
    filename: 'made.py',
    write: (_stream, text) => write(text),
  });
}

/** What a runtime knows outside its buffer. */
function known(rt: Runtime) {
  const { types, exc, ids, none, emptyTuple, emptyStr, emptyBytes, smallIntZero } = rt;
  const singles = [none, rt.true, rt.false, rt.ellipsis, rt.notImplemented, emptyTuple];
  const rest = [emptyStr, emptyBytes, smallIntZero, rt.functionVectorcall, ...rt.latin1];
  return { types: { ...types }, exc: { ...exc }, ids: { ...ids }, singles, rest };
}

beforeEach(() => bootImages.clear());

describe.each(Object.keys(profiles) as ProfileId[])('%s', (profile) => {
  it.each(ALLOCATORS)('boots from an image under %s', (malloc) => {
    const booted = boot(profile, malloc);
    const image = bootImages.get(imageName({ profile, malloc, memory: MEMORY }));
    expect(image, 'functions that were numbered too late').toBeDefined();

    const copy = boot(profile, malloc);
    expect(bootImages.size).toBe(1);
    expect(known(copy.rt)).toEqual(known(booted.rt));
    expect(copy.rt.fns.map(String)).toEqual(booted.rt.fns.map(String));
    expect(copy.rt.memory.usedRanges()).toEqual(booted.rt.memory.usedRanges());
    expect(Buffer.compare(copy.rt.memory.u8, booted.rt.memory.u8)).toBe(0);
    expect(copy.check()).toEqual([]);
  });
});

it('runs programs to the same end', () => {
  const source = [
    'class A(Exception):',
    '    def __del__(self): print("gone", sorted([2, 1]))',
    'x = {a: [a] for a in "abc"}',
    'try: raise A(x)',
    'except A as e: print(e, id(x), id(A), type(ExceptionGroup), list[int])',
    'print([t.__name__ for t in BaseException.__subclasses__()], memoryview(b"ab").tolist())',
  ].join('\n');
  const program = { source, filename: 'made.py', profile: '3.14', mode: 'script' } as const;
  const first = runToEnd(program, { check: true });
  expect(first.ending).toMatchObject({ kind: 'exit' });
  expect(first.output).not.toEqual([]);
  expect(runToEnd(program, { check: true })).toEqual(first);
});
