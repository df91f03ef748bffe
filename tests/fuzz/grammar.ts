/** Programs made by a grammar: any statement may stand anywhere, and anything may be called. */
import { callStatement } from './calls.ts';
import { Chance } from './random.ts';
import { block, leaf, type Node } from './tree.ts';
import { TYPED_PRELUDE, typedStatement } from './typed.ts';
import {
  ATOMS,
  ATTRIBUTES,
  BINARY,
  BUILTINS,
  COMPARE,
  EXCEPTIONS,
  METHODS,
  NAMES,
  SPECIAL,
} from './vocabulary.ts';

/** What runs before a program of wild words. */
export const WILD_START = 'import sys, gc, weakref\n';

/** Where a statement stands: what may be written there. */
interface Place {
  readonly depth: number;
  readonly inFunction: boolean;
  readonly inLoop: boolean;
  /** Names of the parameters around, besides the globals. */
  readonly extra: readonly string[];
}

const TOP: Place = { depth: 0, inFunction: false, inLoop: false, extra: [] };

/** A program of wild words. Begins after WILD_START. */
export function generate(seed: number): Node[] {
  return new Grammar(new Chance(seed)).program();
}

/** What runs before a typed program. */
export const TYPED_START = `${WILD_START}${TYPED_PRELUDE}`;

/** A program of statements that fit together, each on its own: see typed.ts. Begins after TYPED_START. */
export function generateTyped(seed: number): Node[] {
  return guardedLines(new Chance(seed), 6, 32, typedStatement);
}

/** A program of calls, see calls.ts. Begins after TYPED_START and callsStart. */
export function generateCalls(seed: number): Node[] {
  return guardedLines(new Chance(seed), 6, 24, callStatement);
}

function guardedLines(
  chance: Chance,
  least: number,
  most: number,
  statement: (chance: Chance) => string,
): Node[] {
  const grammar = new Grammar(chance);
  return chance.many(least, most, () => grammar.guardedNode(leaf(statement(chance))));
}

/** One statement for a mutation to put somewhere. */
export function generateStatement(chance: Chance): Node {
  return new Grammar(chance).guarded(TOP);
}

class Grammar {
  private readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  program(): Node[] {
    const { chance } = this;
    const start = NAMES.map((name) => leaf(`${name} = ${chance.pick(ATOMS)}`));
    const classes = chance.many(0, 2, () => this.guardedNode(this.classDef(TOP)));
    const rest = chance.many(3, 7, () => this.guarded(TOP));
    return [...start, ...classes, ...rest];
  }

  /** A statement whose exception does not end the program, most of the time. */
  guarded(place: Place): Node {
    return this.guardedNode(this.statement(place));
  }

  guardedNode(node: Node): Node {
    if (this.chance.once(40)) return node;
    // two nodes in one: `if True:` holds the try and its except together
    return block('if True:', [
      block('try:', [node]),
      block('except Exception as error:', [leaf(this.afterError())]),
    ]);
  }

  private afterError(): string {
    return this.chance.pick([
      'pass',
      'pass',
      'kept = error',
      `${this.chance.pick(NAMES)} = error`,
      'print(type(error).__name__)',
      'error.__traceback__.tb_frame.f_locals',
    ]);
  }

  // ---- statements --------------------------------------------------------------------------------

  private statement(place: Place): Node {
    const { chance } = this;
    if (place.depth > 3 || chance.below(10) < 5) return this.simple(place);
    const inner = { ...place, depth: place.depth + 1 };
    switch (chance.below(12)) {
      case 0:
        return block(`if ${this.expr(2, place)}:`, this.body(inner));
      case 1:
      case 2:
        return this.loop(place);
      case 3:
      case 4:
        return this.tryStatement(inner);
      case 5:
        return block(`with ${this.expr(1, place)} as ${this.target(place)}:`, this.body(inner));
      case 6:
        return this.classDef(place);
      case 7:
        return this.match(inner);
      default:
        return this.functionDef(place);
    }
  }

  private body(place: Place): Node[] {
    return this.chance.many(1, 3, () => this.statement(place));
  }

  private loop(place: Place): Node {
    const inner = { ...place, depth: place.depth + 1, inLoop: true };
    if (this.chance.once(4)) {
      const name = this.chance.pick(NAMES);
      return block(`while ${name}:`, [...this.body(inner), leaf(`${name} = 0`)]);
    }
    const iterable = this.expr(1, place);
    return block(`for ${this.target(place)} in ${iterable}:`, this.body(inner));
  }

  private tryStatement(place: Place): Node {
    const { chance } = this;
    const star = chance.once(6) ? '*' : '';
    const name = chance.once(2) ? ` as ${chance.pick(NAMES)}` : '';
    const nodes = [block('try:', this.body(place))];
    const noJumps = star === '' ? place : { ...place, inFunction: false, inLoop: false };
    if (chance.below(4) > 0) {
      nodes.push(block(`except${star} ${chance.pick(EXCEPTIONS)}${name}:`, this.body(noJumps)));
      if (chance.once(4)) nodes.push(block('else:', this.body(place)));
    }
    if (nodes.length === 1 || chance.once(3)) nodes.push(block('finally:', this.body(place)));
    return block('if True:', nodes);
  }

  private match(place: Place): Node {
    const { chance } = this;
    const pattern = () =>
      chance.pick([
        '_',
        '1',
        "'a'",
        '[p, *q]',
        '(p, q)',
        "{'a': p, **q}",
        'int(p)',
        'str() | None as p',
        '[]',
        'object(real=p)',
        'list() as p',
        '1 | 2',
        '-1',
        'None',
        '[_, [p, _], *_]',
        '{}',
      ]);
    const seen = new Set(chance.many(1, 3, pattern));
    seen.delete('_');
    const cases = [...seen].map((text) => block(`case ${text}:`, this.body(place)));
    return block(`match ${this.expr(1, place)}:`, [...cases, block('case _:', [leaf('pass')])]);
  }

  private functionDef(place: Place): Node {
    const { chance } = this;
    const params = chance.pick(['', 'p', 'p, q', 'p=1, *q', '*p, **q', 'p, /, q=None', '*, p=1']);
    const names = params.includes('p') ? (params.includes('q') ? ['p', 'q'] : ['p']) : [];
    const inner: Place = {
      depth: place.depth + 1,
      inFunction: true,
      inLoop: false,
      extra: [...place.extra, ...names],
    };
    const name = chance.pick(NAMES);
    const decorator = chance.once(8)
      ? chance.pick(['@staticmethod', '@property', '@classmethod'])
      : '';
    const head = `def ${name}(${params}):`;
    const body = this.body(inner);
    if (chance.once(3)) body.push(leaf(`return ${this.expr(2, inner)}`));
    if (decorator === '') return block(head, body);
    return block('if True:', [leaf(decorator), block(head, body)]);
  }

  private classDef(place: Place): Node {
    const { chance } = this;
    const bases = chance.pick([
      '',
      '',
      '',
      '(list)',
      '(dict)',
      '(int)',
      '(str)',
      '(tuple)',
      '(set)',
      '(Exception)',
      '(object)',
      '(type)',
      '(float)',
      '(bytes)',
      '(dict, object)',
      `(${chance.pick(NAMES)})`,
      '(metaclass=type)',
    ]);
    const body: Node[] = [];
    if (chance.once(6)) {
      body.push(
        leaf(`__slots__ = ${chance.pick(["('p', 'q')", "('p',)", '()', "['p', '__dict__']"])}`),
      );
    }
    if (chance.once(3)) body.push(leaf(`p = ${this.expr(1, place)}`));
    body.push(...chance.many(0, 5, () => this.specialMethod(place)));
    const name = chance.pick(NAMES);
    const made = chance.pick(NAMES);
    return block('if True:', [
      block(`class ${name}${bases}:`, body),
      ...(chance.once(3)
        ? []
        : [leaf(`${made} = ${name}(${this.args(chance.below(2), 1, place)})`)]),
    ]);
  }

  private specialMethod(place: Place): Node {
    const { chance } = this;
    const [name, params] = chance.pick(SPECIAL);
    const names = params.map((p) => p.replace(/^\*+|=.*/g, ''));
    const inner: Place = {
      depth: Math.max(2, place.depth + 1),
      inFunction: true,
      inLoop: false,
      extra: ['self', ...names],
    };
    const body = chance.many(0, 2, () => this.statement(inner));
    return block(`def ${name}(${['self', ...params].join(', ')}):`, [
      ...body,
      leaf(`return ${this.answer(name, inner)}`),
    ]);
  }

  /** What a special method returns: something fitting, most of the time. */
  private answer(name: string, place: Place): string {
    const { chance } = this;
    if (chance.once(4)) return this.expr(2, place);
    if (/hash|len|index|int|sizeof|hint/.test(name))
      return chance.pick(['1', '2', '0', '7', '2**40']);
    if (/repr|str|format/.test(name)) return chance.pick(["'made'", 'repr(self.__class__)', "'é'"]);
    if (/eq|ne|lt|le|gt|ge|bool|contains|check/.test(name)) return chance.pick(['True', 'False']);
    if (/init__|set|del/.test(name)) return 'None';
    if (/iter|reversed/.test(name)) return chance.pick(['iter([1, 2, 3])', 'self', 'iter(())']);
    if (name === '__new__') return 'super().__new__(self)';
    if (name === '__next__') return chance.pick(['1', 'next(iter([]))']);
    return chance.pick(['self', 'None', '1', this.expr(1, place)]);
  }

  private simple(place: Place): Node {
    const { chance } = this;
    const e = (depth = 2) => this.expr(depth, place);
    switch (chance.below(22)) {
      case 0:
        return leaf(`del ${this.target(place)}`);
      case 1:
        return leaf(
          `raise ${chance.pick(EXCEPTIONS)}(${e(1)})${chance.once(3) ? ` from ${e(1)}` : ''}`,
        );
      case 2:
        return leaf(`assert ${e()}, ${e(1)}`);
      case 3:
        return leaf(`${this.target(place)} ${chance.pick(BINARY)}= ${e()}`);
      case 4:
        return leaf(`${chance.pick(NAMES)}, *${chance.pick(NAMES)} = ${e()}`);
      case 5:
        return leaf(`${chance.pick(NAMES)}, ${this.target(place)} = ${e()}`);
      case 6:
        if (place.inFunction) return leaf(`return ${e()}`);
        return leaf(e());
      case 7:
        if (place.inFunction) return leaf(`${chance.pick(NAMES)} = yield ${e()}`);
        return leaf(e());
      case 8:
        if (place.inFunction) return leaf(`yield from ${e(1)}`);
        return leaf(e());
      case 9:
        if (place.inLoop) return leaf(chance.pick(['break', 'continue']));
        return leaf(`${chance.pick(NAMES)} = ${e()}`);
      case 10:
        return leaf('gc.collect()');
      case 11:
        return leaf(`print(str(${e()})[:60] is None)`);
      case 12:
        return leaf(`${chance.pick(NAMES)}.p = ${e()}`);
      case 13:
      case 14:
        return leaf(e(3));
      default:
        return leaf(`${this.target(place)} = ${e(3)}`);
    }
  }

  private target(place: Place): string {
    const { chance } = this;
    const name = this.name(place);
    switch (chance.below(9)) {
      case 0:
        return `${name}[${this.expr(1, place)}]`;
      case 1:
        return `${name}[${this.slice(place)}]`;
      case 2:
        return `${name}.${chance.pick(ATTRIBUTES)}`;
      default:
        return chance.pick(NAMES);
    }
  }

  // ---- expressions -------------------------------------------------------------------------------

  private name(place: Place): string {
    const { chance } = this;
    return place.extra.length > 0 && chance.once(2) ? chance.pick(place.extra) : chance.pick(NAMES);
  }

  private slice(place: Place): string {
    const part = () => (this.chance.once(2) ? '' : this.expr(0, place));
    return `${part()}:${part()}${this.chance.once(2) ? `:${part()}` : ''}`;
  }

  private args(n: number, depth: number, place: Place): string {
    const parts = Array.from({ length: n }, () => this.expr(depth, place));
    const { chance } = this;
    if (chance.once(12)) parts.push(`*${this.expr(0, place)}`);
    if (chance.once(14))
      parts.push(`${chance.pick(['p', 'q', 'key', 'default'])}=${this.expr(0, place)}`);
    if (chance.once(20)) parts.push(`**${this.expr(0, place)}`);
    return parts.join(', ');
  }

  private expr(depth: number, place: Place): string {
    const { chance } = this;
    if (depth <= 0) return chance.below(5) < 3 ? this.name(place) : chance.pick(ATOMS);
    const e = (less = 1) => this.expr(depth - less, place);
    switch (chance.below(24)) {
      case 0:
      case 1:
        return `(${e()} ${chance.pick(BINARY)} ${e()})`;
      case 2:
        return `(${e()} ${chance.pick(COMPARE)} ${e()})`;
      case 3:
        return `(${e()} ${chance.pick(['and', 'or'])} ${e()})`;
      case 4:
        return `(${chance.pick(['-', '+', '~', 'not '])}${e()})`;
      case 5:
        return `(${e()} if ${e()} else ${e()})`;
      case 6:
        return `(${e()})[${chance.once(2) ? e() : this.slice(place)}]`;
      case 7:
        return `(${e()}).${chance.pick(ATTRIBUTES)}`;
      case 8:
        return `[${this.items(depth, place)}]`;
      case 9:
        return `{${e()}: ${e()}, **${this.expr(0, place)}}`;
      case 10:
        return `{${e()}, ${e()}}`;
      case 11:
        return `(${e()}, ${e()})`;
      case 12:
        return this.comprehension(depth, place);
      case 13:
        return `(lambda p=${e()}, *q: ${this.expr(depth - 1, { ...place, extra: [...place.extra, 'p', 'q'] })})`;
      case 14:
        return `f"{${this.name(place)}${chance.pick(['', '!r', '!s', '!a', ':>9', ':x', ':.3', ':{a}'])}}"`;
      case 15:
        return place.inFunction ? `(${chance.pick(NAMES)} := ${e()})` : e();
      case 16:
        return `${this.name(place)}(${this.args(chance.below(3), depth - 1, place)})`;
      case 17:
      case 18:
      case 19:
      case 20: {
        const [name, n] = chance.pick(BUILTINS);
        return `${name}(${this.args(n, depth - 1, place)})`;
      }
      default: {
        const [name, n] = chance.pick(METHODS);
        return `(${e()}).${name}(${this.args(n, depth - 1, place)})`;
      }
    }
  }

  private items(depth: number, place: Place): string {
    return this.chance.many(0, 3, () => this.expr(depth - 1, place)).join(', ');
  }

  private comprehension(depth: number, place: Place): string {
    const { chance } = this;
    const inner = { ...place, inFunction: false, extra: [...place.extra, 'v'] };
    const tail = `for v in ${this.expr(depth - 1, { ...place, inFunction: false })}${
      chance.once(3) ? ` if ${this.expr(0, inner)}` : ''
    }`;
    const value = this.expr(depth - 1, inner);
    return chance.pick([
      `[${value} ${tail}]`,
      `{${value} ${tail}}`,
      `{v: ${value} ${tail}}`,
      `(${value} ${tail})`,
      `list(${value} ${tail})`,
    ]);
  }
}
