/** Random sequences of operations against a model (model.ts), a million of them and more. */

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Model, cases } from './model.ts';

const RUNS = 54;
const MOST_OPERATIONS = 6000;
const LEAST_OPERATIONS_IN_ALL = 1_000_000;

let operations = 0;
let refusals = 0;

describe('random operations against the model', () => {
  test.each(cases)('%s', { timeout: 60_000 }, (_name, geometry, bytes, arenaOffset) => {
    fc.assert(
      fc.property(
        fc.uint32Array({ minLength: 1, maxLength: MOST_OPERATIONS, size: 'max' }),
        fc.integer({ min: 20, max: 1500 }),
        (ops, phase) => {
          const model = new Model(geometry, bytes, arenaOffset);
          ops.forEach((op, i) => model.run(op, Math.floor(i / phase) % 2 === 0));
          operations += ops.length;
          refusals += model.refusals;
          model.checkSameBlocks();
          model.drain();
        },
      ),
      { numRuns: RUNS, seed: 20240607, endOnFailure: true }, // Without endOnFailure it shrinks a failure, which takes long.,
    );
  });

  afterAll(() => {
    expect(refusals).toBeGreaterThan(1000);
    expect(operations).toBeGreaterThanOrEqual(LEAST_OPERATIONS_IN_ALL);
  });
});
