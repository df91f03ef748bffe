/** A program as lines with the lines indented below them: what mutations and the shrinker work on. */
export interface Node {
  readonly line: string;
  readonly body: readonly Node[];
}

export function leaf(line: string): Node {
  return { line, body: [] };
}

export function block(line: string, body: readonly Node[]): Node {
  return { line, body: body.length > 0 ? body : [leaf('pass')] };
}

export function toSource(nodes: readonly Node[], indent = ''): string {
  return nodes
    .map(({ line, body }) => `${indent}${line}\n${toSource(body, `${indent}    `)}`)
    .join('');
}

export function count(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { body }) => sum + 1 + count(body), 0);
}

/** The tree of a source text, by its indentation alone. */
export function fromSource(source: string): Node[] {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  let at = 0;
  const read = (indent: number): Node[] => {
    const nodes: Node[] = [];
    while (at < lines.length) {
      const depth = lines[at]!.search(/\S/);
      if (depth < indent) break;
      const line = lines[at++]!.trim();
      const next = at < lines.length ? lines[at]!.search(/\S/) : 0;
      nodes.push({ line, body: next > depth ? read(next) : [] });
    }
    return nodes;
  };
  return read(0);
}

/** The same tree with node number `target`, counted as it is written, replaced. */
export function replaceAt(
  nodes: readonly Node[],
  target: number,
  make: (node: Node) => readonly Node[],
): Node[] {
  let number = 0;
  const walk = (list: readonly Node[]): Node[] =>
    list.flatMap((node) => {
      const mine = number++;
      const body = walk(node.body);
      return mine === target ? make({ line: node.line, body }) : [{ line: node.line, body }];
    });
  return walk(nodes);
}
