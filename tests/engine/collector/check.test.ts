import { describe, expect, it } from 'vitest';
import type { Addr } from '../../../engine/base/brand.ts';
import { dictGetStr, dictSetItem } from '../../../engine/objects/dict.ts';
import { gcUntrack } from '../../../engine/objects/gc-object.ts';
import { listAppend, listItems, listNew } from '../../../engine/objects/list.ts';
import { decref, incref } from '../../../engine/objects/refcount.ts';
import { internJs, newStr } from '../../../engine/objects/strings.ts';
import { takeRow } from '../../../engine/objects/call.ts';
import { WR_OBJECT } from '../../../engine/objects/weakref-object.ts';
import { newTrial, run, type Trial } from './harness.ts';

/** A global of the program; borrowed. */
function global(trial: Trial, name: string): Addr {
  const { rt } = trial.machine;
  const key = internJs(rt, name);
  const value = dictGetStr(rt, trial.machine.globals, key);
  decref(rt, key);
  return value;
}

const SOURCE = `
import weakref
class C: pass
c = C()
c.items = [C(), C()]
r = weakref.ref(c)
l = [1000, 'a text of some length']
l.append(l)
`;

describe('the checker', () => {
  it('finds nothing wrong with a fresh machine', () => {
    expect(newTrial().faults()).toEqual([]);
  });

  it('finds nothing wrong after a program', () => {
    expect(run(SOURCE).faults()).toEqual([]);
  });

  it('sees a count that is too high, and says who refers', () => {
    const trial = run(SOURCE);
    incref(trial.machine.rt, global(trial, 'l'));
    const [fault, ...rest] = trial.faults();
    expect(rest).toEqual([]);
    expect(fault).toMatch(/^list at 0x\w+: ob_refcnt is 3, 2 references were found: held by /);
    expect(fault).toMatch(/dict at 0x/);
    expect(fault).toMatch(/list at 0x/);
  });

  it('sees a count that is too low', () => {
    const trial = run(SOURCE);
    const { rt } = trial.machine;
    const text = rt.ptr(listItems(rt, global(trial, 'l')) + 8);
    rt.i32[text >> 2]! -= 1;
    expect(trial.faults().join()).toMatch(
      /^str "a text of some length" at .* is \d+, \d+ references/,
    );
  });

  it('sees an object that nobody holds', () => {
    const trial = run(SOURCE);
    newStr(trial.machine.rt, 'lost, and never found again');
    const faults = trial.faults().join();
    expect(faults).toMatch(/bytes in use that nobody owns: str "lost, and never found again" at/);
  });

  it('sees a tracked object that nobody holds', () => {
    const trial = run(SOURCE);
    listNew(trial.machine.rt, 3);
    expect(trial.faults().join()).toMatch(
      /ob_refcnt is 1, 0 references were found: held by nobody/,
    );
  });

  it('sees a block that was freed under its owner', () => {
    const trial = run(SOURCE);
    const { rt } = trial.machine;
    rt.obj.free(listItems(rt, global(trial, 'l')));
    expect(trial.faults().join()).toMatch(/list at 0x\w+: its block at \d+ is not in use/);
  });

  it('sees two owners of one block', () => {
    const trial = run(SOURCE);
    const { rt } = trial.machine;
    const other = listNew(rt, 0);
    rt.setPtr(other + 24, listItems(rt, global(trial, 'l')));
    expect(trial.faults().join()).toMatch(/belongs to list at 0x\w+ as well/);
  });

  it('sees an object that ought to be tracked and is not', () => {
    const trial = run(SOURCE);
    gcUntrack(trial.machine.rt, global(trial, 'l'));
    expect(trial.faults().join()).toMatch(/list at 0x\w+: not tracked, and can be part of a cycle/);
  });

  it('sees a list of a generation that is no ring', () => {
    const trial = run(SOURCE);
    const { rt } = trial.machine;
    rt.i32[(global(trial, 'l') - 8) >> 2]! += 32;
    expect(trial.faults().join()).toMatch(/generation \d: _gc_prev is \d+/);
  });

  it('sees a flag that a collection left behind', () => {
    const trial = run(SOURCE);
    const { rt } = trial.machine;
    rt.i32[(global(trial, 'l') - 8) >> 2]! |= 2;
    expect(trial.faults().join()).toMatch(/COLLECTING is set and no collection is under way/);
  });

  it('sees a weak reference to what is gone', () => {
    const trial = run(SOURCE);
    const { rt } = trial.machine;
    const text = newStr(rt, 'gone');
    rt.setPtr(global(trial, 'r') + WR_OBJECT, text);
    decref(rt, text);
    expect(trial.faults().join()).toMatch(
      /weakref.ReferenceType at 0x\w+: refers to .* nobody holds/,
    );
  });

  it('sees a row of arguments that was not given back', () => {
    const trial = run(SOURCE);
    takeRow(trial.machine.rt, 3);
    expect(trial.faults().join()).toMatch(/the data stack ends at/);
  });

  it('sees what native code puts right as right', () => {
    const trial = run(SOURCE);
    const { rt } = trial.machine;
    const list = listNew(rt, 0);
    const key = internJs(rt, 'mine');
    listAppend(rt, list, key);
    dictSetItem(rt, trial.machine.globals, key, list);
    decref(rt, list);
    decref(rt, key);
    expect(trial.faults()).toEqual([]);
  });
});
