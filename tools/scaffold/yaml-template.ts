/** A YAML file to fill in, made from a schema: each field under what the schema says of it. */
import type { z } from 'astro/zod';
import {
  type Field,
  describe,
  elementOf,
  fieldsOf,
  optionsOf,
} from '../../src/exercise/schema-guide.ts';

const WIDTH = 100;

export interface Template {
  /** What is known already, by field; all else is left for the author. */
  readonly known: Readonly<Record<string, string>>;
}

/** `text` as comment lines of at most 100 columns, `inset` further in. */
function comment(text: string, indent: string, inset = ''): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line && `${indent}# ${inset}${line} ${word}`.length > WIDTH) {
        lines.push(line);
        line = '';
      }
      line = line ? `${line} ${word}` : word;
    }
    lines.push(line);
  }
  return lines.map((line) => `${indent}# ${inset}${line}`);
}

const isList = ({ node }: Field) => {
  try {
    elementOf(node);
    return true;
  } catch {
    return false;
  }
};

/** Above a field: what it is, and the words it may be. */
function about(field: Field, indent: string): string[] {
  const { description, words, optional } = field;
  // A description that lists its words line by line says it all.
  const listed = words.length > 1 && !description.includes('\n');
  const choice = listed ? `\nOne of: ${words.join(', ')}.` : '';
  return comment(`${optional ? 'May be left out. ' : ''}${description}${choice}`, indent);
}

function fieldLines(field: Field, { known }: Template, indent: string): string[] {
  const { name, optional } = field;
  const value = known[name];
  if (value !== undefined) return [...about(field, indent), `${indent}${name}: ${value}`];
  if (optional) return [...about(field, indent), `${indent}# ${name}:`];
  if (!isList(field)) return [...about(field, indent), `${indent}${name}:`];
  return [...about(field, indent), `${indent}${name}:`, ...itemLines(field, indent)];
}

/** The first item of a list, to be filled in; of a list of kinds, all kinds as comments. */
function itemLines({ node }: Field, indent: string): string[] {
  const element = elementOf(node);
  const kinds = optionsOf(element);
  if (kinds.length > 0) return kindLines(kinds, indent);
  const fields = fieldsOf(element);
  if (fields.length === 0) return [`${indent}  -`];
  return asItem(
    fields.flatMap((field) => fieldLines(field, { known: {} }, `${indent}    `)),
    indent,
  );
}

/** `- ` before the first line that is no comment, and the comments before it above it. */
function asItem(lines: readonly string[], indent: string): string[] {
  const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
  return lines.map((line, index) => (index === first ? `${indent}  - ${line.trimStart()}` : line));
}

/** Which field is common to all kinds is told once, in the item that is to be filled in. */
function kindLines(kinds: readonly z.ZodType[], indent: string): string[] {
  const names = kinds.map((kind) => fieldsOf(kind).map(({ name }) => name));
  const shared = (name: string) => names.every((one) => one.includes(name));
  const common = fieldsOf(kinds[0]!).filter(({ name }) => shared(name));
  const listed = kinds.flatMap((kind) => [
    ...comment(
      `kind: ${fieldsOf(kind).find(({ name }) => name === 'kind')?.words[0]}. ${describe(kind)}`,
      `${indent}  `,
    ),
    ...fieldsOf(kind)
      .filter(({ name }) => !shared(name))
      .flatMap(({ name, optional, description }) =>
        comment(
          `${name}: ${optional ? '(may be left out) ' : ''}${description.replaceAll('\n', ' ')}`,
          `${indent}  `,
          '  ',
        ),
      ),
  ]);
  const item = asItem(
    common.flatMap((field) =>
      field.name === 'kind'
        ? [
            ...comment('One of the kinds below, each with fields of its own.', `${indent}    `),
            `${indent}    kind:`,
          ]
        : fieldLines(field, { known: {} }, `${indent}    `),
    ),
    indent,
  );
  return [...item, ...listed];
}

export function yamlTemplate(schema: z.ZodType, template: Template): string {
  const lines = [...comment(describe(schema), ''), ''];
  for (const field of fieldsOf(schema)) lines.push(...fieldLines(field, template, ''), '');
  return `${lines.join('\n').trimEnd()}\n`;
}
