/**
 * How deep the stack gets in the patterns of a `match` of 3.10; see block-stack-depth.ts.
 *
 * A pattern finds its subject on top and takes it away. A name that it binds stays, below what is
 * still to be matched, until the whole pattern fits.
 * v3.10.13 Python/compile.c compiler_pattern
 */
import type {
  Expr,
  Match,
  MatchClass,
  MatchMapping,
  MatchSequence,
  Pattern,
  Stmt,
} from '../syntax/ast.ts';

/** What the statement's own reckoning does for a pattern. */
interface Reckoning {
  at(depth: number): void;
  expr(e: Expr, depth: number): void;
}

/** `_` */
function isWildcard(p: Pattern): boolean {
  return p.kind === 'MatchAs' && p.pattern === null && p.name === null;
}

export class PatternDepth {
  private readonly reckoning: Reckoning;

  constructor(reckoning: Reckoning) {
    this.reckoning = reckoning;
  }

  /** @param d with the subject. @returns whether what follows the statement can be reached */
  cases(s: Match, d: number, visit: (body: readonly Stmt[]) => boolean): boolean {
    const count = s.cases.length;
    const hasDefault = count > 1 && isWildcard(s.cases[count - 1]!.pattern);
    const compared = hasDefault ? s.cases.slice(0, -1) : s.cases;
    let falls = false;
    for (const [i, { pattern, guard, body }] of compared.entries()) {
      const last = i === compared.length - 1;
      const below = last ? d - 1 : d;
      this.pattern(pattern, below + 1);
      if (guard !== null) this.reckoning.expr(guard, below);
      falls = visit(body) || falls;
    }
    if (!hasDefault) return true;
    const { guard, body } = s.cases[count - 1]!;
    if (guard !== null) this.reckoning.expr(guard, d - 1);
    return visit(body) || falls || guard !== null;
  }

  /** @param d with the subject. @returns how many names it binds */
  private pattern(p: Pattern, d: number): number {
    const { reckoning } = this;
    reckoning.at(d);
    switch (p.kind) {
      case 'MatchValue':
        reckoning.expr(p.value, d);
        return 0;
      case 'MatchSingleton':
        reckoning.at(d + 1);
        return 0;
      case 'MatchStar':
        return p.name === null ? 0 : 1;
      case 'MatchAs':
        if (p.pattern !== null) return this.pattern(p.pattern, d + 1) + 1;
        return p.name === null ? 0 : 1;
      case 'MatchSequence':
        return this.sequence(p, d);
      case 'MatchMapping':
        return this.mapping(p, d);
      case 'MatchClass':
        return this.ofClass(p, d);
      case 'MatchOr':
        return Math.max(...p.patterns.map((one) => this.pattern(one, d + 1)));
    }
  }

  private sequence({ patterns }: MatchSequence, d: number): number {
    const star = patterns.findIndex(({ kind }) => kind === 'MatchStar');
    this.reckoning.at(star < 0 || patterns.length > 1 ? d + 2 : d + 1);
    const rest = patterns[star];
    const restIsDropped = rest?.kind === 'MatchStar' && rest.name === null;
    const others = patterns.filter((one, i) => i !== star && !isWildcard(one));
    if (others.length === 0 && (star < 0 || restIsDropped)) return 0;
    if (!restIsDropped) return this.unpacked(patterns, d);
    for (const one of others) if (patterns.indexOf(one) > star) this.reckoning.at(d + 3);
    return this.items(others, d);
  }

  /** Items that lie on the stack, the first on top. */
  private unpacked(patterns: readonly Pattern[], d: number): number {
    let bound = 0;
    for (const [i, one] of patterns.entries()) {
      bound += this.pattern(one, d - 1 + patterns.length - i + bound);
    }
    return bound;
  }

  /** Items that are taken out of what stays on top. */
  private items(patterns: readonly Pattern[], d: number): number {
    let bound = 0;
    for (const one of patterns) {
      if (isWildcard(one)) continue;
      this.reckoning.at(d + bound + 2);
      bound += this.pattern(one, d + bound + 1);
    }
    return bound;
  }

  private mapping({ keys, patterns, rest }: MatchMapping, d: number): number {
    const { reckoning } = this;
    reckoning.at(d + 1);
    if (keys.length === 0 && rest === null) return 0;
    if (keys.length > 0) reckoning.at(d + 2);
    const folded = keys.every(({ kind }) => kind === 'Constant');
    if (!folded) for (const [i, key] of keys.entries()) reckoning.expr(key, d + i);
    reckoning.at(d + 3);
    return this.items(patterns, d + 2) + (rest === null ? 0 : 1);
  }

  private ofClass({ cls, patterns, kwd_patterns }: MatchClass, d: number): number {
    this.reckoning.expr(cls, d);
    this.reckoning.at(d + 2);
    return this.items([...patterns, ...kwd_patterns], d);
  }
}
