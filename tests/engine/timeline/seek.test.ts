/** A sample of what tests/engine/timeline/visits.ts goes over in full. */
import { describe, expect, it } from 'vitest';
import { casesFor } from '../../conformance/cases.ts';
import { compareVisits } from './visits.ts';

/** Programs that run Python inside native code: sorts, lookups, destructors, weakref callbacks. */
const NATIVE = /sort|weakref|__?del|eq|hash|import|callback|key/;

describe('random visits', () => {
  const cases = casesFor('3.13');
  const native = cases.filter(({ id }) => NATIVE.test(id));
  const sample = [
    ...cases.filter((one, i) => i % 10 === 0 && !native.includes(one)),
    ...native.filter((_, i) => i % 3 === 0),
  ];
  let visits = 0;
  let inNative = 0;

  it('has every recorded case', () => {
    expect(cases.length).toBeGreaterThan(180);
    expect(sample.length).toBeGreaterThan(25);
  });

  it.each(sample)('$id', (one) => {
    const compared = compareVisits(one, '3.13');
    expect(compared.different).toEqual([]);
    visits += compared.visits;
    inNative += compared.native;
  });

  it('counts what was compared', () => {
    expect(visits).toBe(14 * sample.length);
    expect(inNative).toBeGreaterThan(20);
  });
});
