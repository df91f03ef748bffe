/**
 * `npm run fuzz -- allocator [--operations N] [--seed S]`: random operations against the model, the
 * checker after each, for every geometry in turn. The first fault is told with the seed that shows it.
 */
import { parseArgs } from 'node:util';
import { SeededRandom } from '../../../engine/base/random.ts';
import { Model, cases } from './model.ts';

/** Operations on one heap before the next begins. */
const ROUND = 20_000;

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '5000000' },
    seed: { type: 'string', default: '1' },
  },
});
let left = Number(values.operations);
let refusals = 0;
for (let seed = Number(values.seed); left > 0; seed += 1) {
  const [name, geometry, bytes, offset] = cases[seed % cases.length]!;
  const random = new SeededRandom(seed);
  const phase = 20 + random.below(1500);
  const model = new Model(geometry, bytes, offset);
  const round = Math.min(left, ROUND);
  try {
    for (let i = 0; i < round; i += 1) model.run(random.next(), Math.floor(i / phase) % 2 === 0);
    model.checkSameBlocks();
    model.drain();
  } catch (error) {
    console.error(`${name}, seed ${seed}: ${(error as Error).message}`);
    process.exit(1);
  }
  refusals += model.refusals;
  left -= round;
}
console.log(
  `${values.operations} operations, each checked; ${refusals} refused for want of memory`,
);
