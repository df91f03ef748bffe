import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Machine } from '../../../engine/machine.ts';
import { dictNext } from '../../../engine/objects/dict.ts';
import * as L from '../../../engine/objects/layouts.ts';
import { strToJs } from '../../../engine/objects/strings.ts';
import { typeName, typeShortName } from '../../../engine/objects/type-object.ts';
import '../../../engine/loading/all.ts';

/** What the real 3.13 said of its types and printed for our programs; record-types.py writes it. */
interface Recorded {
  readonly flags: number;
  readonly basicsize: number;
  readonly itemsize: number;
  readonly dictoffset: number;
  readonly weakrefoffset: number;
  readonly base: string | null;
  readonly dict: Readonly<Record<string, string>>;
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}

const types = read<Record<string, Recorded>>('static-types.json');
const outputs = read<Record<string, string>>('types.json');

function machine(write: (text: string) => void): Machine {
  return new Machine({
    profile: '3.13',
    filename: 'types.py',
    stepped: false,
    memory: 64 << 20,
    maxChecks: 1e9,
    write: (_stream, text) => write(text),
  });
}

/** Types whose dict must hold what CPython's holds, name by name, in its order. */
const EXACT = [
  'object',
  'property',
  'classmethod',
  'staticmethod',
  'super',
  'method_descriptor',
  'classmethod_descriptor',
  'getset_descriptor',
  'member_descriptor',
  'wrapper_descriptor',
  'method-wrapper',
  ...Object.keys(types).filter((name) =>
    /(Error|Exception|Exit|Interrupt|Warning|Iteration)$/.test(name),
  ),
].filter((name) => !['AttributeError', 'ExceptionGroup'].includes(name));

describe('types of the engine', () => {
  const mine = new Map<string, Omit<Recorded, 'dict'> & { dict: Record<string, string> }>();

  beforeAll(() => {
    const { rt } = machine(() => {});
    for (const type of [...Object.values(rt.types), ...Object.values(rt.exc)] as number[]) {
      if (rt.ptr(type + L.TP_NAME) === 0) continue;
      const dict: Record<string, string> = {};
      const names = rt.ptr(type + L.TP_DICT);
      for (let at = dictNext(rt, names, 0); at !== 0; at = dictNext(rt, names, at)) {
        dict[strToJs(rt, rt.dictKey)] = typeShortName(rt, rt.typeOf(rt.dictValue));
      }
      const base = rt.ptr(type + L.TP_BASE);
      mine.set(typeShortName(rt, type), {
        flags: rt.u32[(type + L.TP_FLAGS) >> 2]!,
        basicsize: rt.size(type + L.TP_BASICSIZE),
        itemsize: rt.size(type + L.TP_ITEMSIZE),
        dictoffset: rt.size(type + L.TP_DICTOFFSET),
        weakrefoffset: rt.size(type + L.TP_WEAKLISTOFFSET),
        base: base === 0 ? null : typeName(rt, base),
        dict,
      });
    }
  });

  it('has nearly every type of builtins', () => {
    const missing = Object.keys(types).filter((name) => !mine.has(name));
    expect(missing.length).toBeLessThan(8);
  });

  it.each(EXACT)('%s is as in CPython', (name) => {
    expect(mine.get(name)).toEqual(types[name]);
    expect(Object.keys(mine.get(name)!.dict)).toEqual(Object.keys(types[name]!.dict));
  });

  it('has the sizes and flags of CPython in every type there is', () => {
    // code's members and cell's and function's __new__ are not all there yet
    const open = ['cell', 'code', 'function'];
    for (const [name, want] of Object.entries(types)) {
      const got = mine.get(name);
      if (got === undefined || open.includes(name)) continue;
      const { dict: _mine, ...gotRest } = got;
      const { dict: _theirs, ...wantRest } = want;
      expect({ name, ...gotRest }).toEqual({ name, ...wantRest });
    }
  });
});

describe('programs about types', () => {
  const folder = new URL('types-programs/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.py'));

  it('has a recorded output for each', () => {
    expect(names.map((name) => name.slice(0, -3)).sort()).toEqual(Object.keys(outputs).sort());
  });

  it.each(names)('%s prints what CPython prints', (name) => {
    let output = '';
    const m = machine((text) => (output += text));
    if (m.load(readFileSync(new URL(name, folder), 'utf8'), name, 'exec')) m.resume();
    m.finalize();
    expect(output.split('\n')).toEqual(outputs[name.slice(0, -3)]!.split('\n'));
  });
});
