/** The module _ast: the parser's tree as dicts and lists, of which ast.py makes nodes. */
import type { Addr } from '../../base/brand.ts';
import { checkPositional } from '../../objects/args.ts';
import { badArgument } from '../../objects/clinic.ts';
import { newComplex } from '../../objects/complex-object.ts';
import { dictNew, dictSetItem } from '../../objects/dict.ts';
import { raise } from '../../objects/errors.ts';
import { newInt } from '../../objects/int.ts';
import { listAppendSteal, listNew } from '../../objects/list.ts';
import { builtinModule } from '../../objects/module.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { internJs, isStr, strToJs } from '../../objects/strings.ts';
import { fast } from '../../objects/type-spec.ts';
import type { ConstantValue } from '../../syntax/index.ts';
import { type CompileMode, parseSource } from '../../vm/compile-source.ts';
import { ConstantPool } from '../../vm/code-object.ts';

const MODES: readonly CompileMode[] = ['exec', 'eval', 'single'];

/** Turns a tree into objects. Columns become UTF-8 bytes, as nodes tell them. */
class TreeObjects {
  private readonly rt: Runtime;
  private readonly lines: readonly string[];
  private readonly constants: ConstantPool;

  constructor(rt: Runtime, source: string) {
    this.rt = rt;
    this.lines = source.split(/\r\n|\r|\n/);
    this.constants = new ConstantPool(rt);
  }

  release(): void {
    this.constants.release();
  }

  /** New; 0 with an exception. */
  of(value: unknown): Addr {
    const { rt } = this;
    if (value === null || value === undefined) return newRef(rt, rt.none);
    if (typeof value === 'string') return internJs(rt, value);
    if (typeof value === 'number') return newInt(rt, value);
    if (Array.isArray(value)) return this.list(value);
    const node = value as Record<string, unknown>;
    return 'kind' in node ? this.node(node) : this.constant(node as unknown as ConstantValue);
  }

  private constant(value: ConstantValue): Addr {
    const { rt } = this;
    if (value.type === 'complex') return newComplex(rt, 0, value.imag);
    return this.constants.get(value);
  }

  private list(items: readonly unknown[]): Addr {
    const { rt } = this;
    const list = listNew(rt, 0);
    for (const item of items) {
      const p = list === 0 ? 0 : this.of(item);
      if (p === 0 || listAppendSteal(rt, list, p) < 0) {
        if (list !== 0) decref(rt, list);
        return 0;
      }
    }
    return list;
  }

  private node(node: Readonly<Record<string, unknown>>): Addr {
    const { rt } = this;
    const dict = dictNew(rt);
    for (const [name, value] of Object.entries(node)) {
      if (name === 'warnings') continue;
      const key = dict === 0 ? 0 : internJs(rt, name);
      const p = key === 0 ? 0 : this.of(this.placed(node, name, value));
      const fine = p !== 0 && dictSetItem(rt, dict, key, p) === 0;
      if (p !== 0) decref(rt, p);
      if (key !== 0) decref(rt, key);
      if (fine) continue;
      if (dict !== 0) decref(rt, dict);
      return 0;
    }
    return dict;
  }

  private placed(node: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown {
    if (name !== 'col_offset' && name !== 'end_col_offset') return value;
    const line = this.lines[(node[name === 'col_offset' ? 'lineno' : 'end_lineno'] as number) - 1];
    return line === undefined ? value : bytesBefore(line, value as number);
  }
}

/** How many bytes of UTF-8 the first `column` characters of a line are. */
function bytesBefore(line: string, column: number): number {
  let bytes = 0;
  let characters = 0;
  for (const character of line) {
    if (characters++ === column) break;
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** `tree(source, filename, mode)` */
function tree(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'tree', nargs, 3, 3)) return 0;
  const texts: string[] = [];
  for (let i = 0; i < 3; i++) {
    const p = rt.arg(argv, i);
    if (!isStr(rt, p)) return badArgument(rt, 'compile', `argument ${i + 1}`, 'str', p);
    texts.push(strToJs(rt, p));
  }
  const [source, filename, wanted] = texts as [string, string, string];
  const mode = MODES.find((one) => one === wanted);
  if (mode === undefined) {
    return raise(rt, rt.exc.ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  }
  const parsed = parseSource(rt, source, filename, mode);
  if (parsed === null) return 0;
  const objects = new TreeObjects(rt, source);
  const result = objects.of(parsed);
  objects.release();
  return result;
}

export function createAstModule(rt: Runtime): Addr {
  return builtinModule(rt, '_ast', { tree: fast(tree) });
}
