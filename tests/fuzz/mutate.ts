/** Programs made of others: lines left out, doubled, moved, and words exchanged. */
import { generateStatement } from './grammar.ts';
import type { Chance } from './random.ts';
import { count, type Node, replaceAt } from './tree.ts';
import { ATOMS, BINARY, COMPARE } from './vocabulary.ts';

export function mutate(program: readonly Node[], chance: Chance): Node[] {
  let nodes = [...program];
  const times = 1 + chance.below(6);
  for (let i = 0; i < times; i++) nodes = mutateOnce(nodes, chance);
  return nodes;
}

function mutateOnce(nodes: readonly Node[], chance: Chance): Node[] {
  const at = chance.below(Math.max(1, count(nodes)));
  switch (chance.below(7)) {
    case 0:
      return replaceAt(nodes, at, () => []);
    case 1:
      return replaceAt(nodes, at, (node) => [node, node]);
    case 2:
      return replaceAt(nodes, at, (node) => [node, generateStatement(chance)]);
    case 3:
      return replaceAt(nodes, at, (node) => node.body);
    default:
      return replaceAt(nodes, at, (node) => [{ ...node, line: exchange(node.line, chance) }]);
  }
}

const NUMBER = /\b\d+\b/g;
const OPERATOR = / (?:\+|-|\*|\/|\/\/|%|&|\||\^) /g;
const COMPARISON = / (?:==|!=|<|<=|>|>=|is|in) /g;
const WORD = /\b[a-z_]\w*\b/g;

function exchange(line: string, chance: Chance): string {
  switch (chance.below(4)) {
    case 0:
      return replaceOne(line, NUMBER, chance, () => chance.pick(ATOMS));
    case 1:
      return replaceOne(line, OPERATOR, chance, () => ` ${chance.pick(BINARY)} `);
    case 2:
      return replaceOne(line, COMPARISON, chance, () => ` ${chance.pick(COMPARE)} `);
    default: {
      const words = line.match(WORD) ?? ['x'];
      return replaceOne(line, WORD, chance, () => chance.pick(words));
    }
  }
}

function replaceOne(line: string, what: RegExp, chance: Chance, make: () => string): string {
  const found = [...line.matchAll(what)];
  if (found.length === 0) return line;
  const one = chance.pick(found);
  return line.slice(0, one.index) + make() + line.slice(one.index + one[0].length);
}
