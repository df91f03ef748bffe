/**
 * Reads the schemas' own descriptions: for the comments of a scaffold, and for sentences that tell an
 * author which field is wrong and what belongs there. Nothing of it is written twice.
 */
import type { z } from 'astro/zod';

/** The parts of a zod 4 schema that are looked at here. */
interface Node {
  readonly description?: string;
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Node>>;
    readonly element?: Node;
    readonly options?: readonly Node[];
    readonly innerType?: Node;
    readonly entries?: Readonly<Record<string, string>>;
    readonly values?: readonly unknown[];
  };
}

export interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly description: string;
  /** What may stand there, where it is one of a few words: `first, second, deep`. */
  readonly words: readonly string[];
  readonly node: z.ZodType;
}

const asNode = (schema: z.ZodType) => schema as unknown as Node;
const asSchema = (node: Node) => node as unknown as z.ZodType;

/** Without the optional around it. */
const inner = (node: Node): Node => (node.def.innerType ? inner(node.def.innerType) : node);

const describedBy = (node: Node): string =>
  node.description ?? (node.def.innerType ? describedBy(node.def.innerType) : '');

function wordsOf(node: Node): readonly string[] {
  const { entries, values, options } = inner(node).def;
  if (entries) return Object.values(entries);
  if (values) return values.map(String);
  return options?.every((one) => inner(one).def.values) ? options.flatMap(wordsOf) : [];
}

/** The fields of an object, in the order in which the schema tells them. */
export function fieldsOf(schema: z.ZodType): readonly Field[] {
  return Object.entries(inner(asNode(schema)).def.shape ?? {}).map(([name, node]) => ({
    name,
    optional: node.def.type === 'optional',
    description: describedBy(node),
    words: wordsOf(node),
    node: asSchema(node),
  }));
}

export const describe = (schema: z.ZodType): string => describedBy(asNode(schema));

/** The element of a list. Throws TypeError when the schema is no list. */
export function elementOf(schema: z.ZodType): z.ZodType {
  const { element } = inner(asNode(schema)).def;
  if (!element) throw new TypeError('not a list');
  return asSchema(element);
}

/** What a union may be. */
export const optionsOf = (schema: z.ZodType): readonly z.ZodType[] =>
  (inner(asNode(schema)).def.options ?? []).map(asSchema);

/** The word of a literal field that tells a union's members apart. */
const wordFor = (option: Node, name: string): unknown => option.def.shape?.[name]?.def.values?.[0];

/** The schema of what stands at a path of the data; null where the data is of no known kind. */
function schemaAt(schema: Node, path: readonly PropertyKey[], data: unknown): Node | null {
  const node = inner(schema);
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const below = (data as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[step];
  if (node.def.element) return schemaAt(node.def.element, rest, below);
  const owner = node.def.options ? memberOf(node, data) : node;
  const next = owner?.def.shape?.[String(step)];
  return next ? schemaAt(next, rest, below) : null;
}

/** The member of a union that the data is meant for, told by its `kind`. */
function memberOf(union: Node, data: unknown): Node | null {
  const kind = (data as { kind?: unknown } | null)?.kind;
  return union.def.options?.map(inner).find((one) => wordFor(one, 'kind') === kind) ?? null;
}

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[step],
    data,
  );

/** `checks[0].equals` */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number'
        ? `${text}[${step}]`
        : text
          ? `${text}.${String(step)}`
          : String(step),
    '',
  );

const isEmpty = (value: unknown) =>
  value === '' || value === null || (Array.isArray(value) && value.length === 0);

function fault(issue: z.core.$ZodIssue, node: Node | null, value: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    const there = node ? fieldsOf(asSchema(memberOf(node, value) ?? node)) : [];
    return `has no field ${issue.keys.join(', ')}. It has: ${there.map(({ name }) => name).join(', ')}`;
  }
  if (issue.code === 'custom') return issue.message;
  const words = node ? wordsOf(node) : [];
  const choice = words.length > 0 ? `, and must be one of: ${words.join(', ')}` : '';
  if (value === undefined) return `is missing${choice}`;
  if (isEmpty(value)) return `is not filled in${choice}`;
  if (choice) return `is ${JSON.stringify(value)}${choice}`;
  if (issue.code === 'invalid_type') return `must be of type ${issue.expected}`;
  return `is ${JSON.stringify(value)}, which does not fit`;
}

/** The `kind` of a check, when it is missing or unknown, has its words in the union itself. */
function kindFault(issue: z.core.$ZodIssue, node: Node | null, value: unknown): string | null {
  if (issue.code !== 'invalid_union' || issue.path.at(-1) !== 'kind') return null;
  const kinds = node?.def.options?.map((one) => String(wordFor(inner(one), 'kind'))) ?? [];
  const said =
    value === undefined
      ? 'is missing'
      : isEmpty(value)
        ? 'is not filled in'
        : `is ${JSON.stringify(value)}`;
  return `${said}, and must be one of: ${kinds.join(', ')}`;
}

/**
 * What is wrong in the data, what belongs there, in one sentence or two: `checks[0].equals is not
 * filled in. The ob_refcnt of the object the name stands for.`
 */
export function sentenceFor(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  data: unknown,
): { readonly path: readonly PropertyKey[]; readonly sentence: string } {
  const { path } = issue;
  const value = valueAt(data, path);
  const holder = asNode(schema);
  const kind = kindFault(issue, schemaAt(holder, path.slice(0, -1), data), value);
  const node = schemaAt(holder, path, data);
  const said = `${pathText(path) || 'the whole'} ${kind ?? fault(issue, node, value)}`;
  // The items of a list may have no words of their own; the list has.
  const list = schemaAt(holder, path.slice(0, -1), data);
  const means =
    issue.code === 'custom' || !node ? '' : meaning(node) || (list ? describedBy(list) : '');
  return { path, sentence: means ? `${said}. ${means}` : said };
}

/** A description; of a union, with what its members mean. */
function meaning(node: Node): string {
  const own = describedBy(node);
  const members = (inner(node).def.options ?? []).filter((one) => !wordFor(inner(one), 'kind'));
  return [own, ...members.map((one) => describedBy(one))].filter(Boolean).join(' ');
}
