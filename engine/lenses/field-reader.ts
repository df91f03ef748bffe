/**
 * Reads a run of bytes field by field and notes each: its name, its value, what a pointer leads to.
 *
 * The offsets come from the layout tables that the machine itself writes by, so a field cannot be told
 * at another place than where it is.
 */
import type { Addr } from '../base/brand.ts';
import { floatRepr } from '../objects/float.ts';
import type { Runtime } from '../objects/runtime.ts';
import { TEXT_HIGH } from '../objects/runtime.ts';
import { toAddress } from '../memory/index.ts';
import { isType, typeName } from '../objects/type-object.ts';
import { type NumberOf, objectContent } from './block-content.ts';
import { isObject } from './block-owners.ts';
import type { BlockContent, SceneField } from './memory-map-scene.ts';
import type { Narration } from './narration.ts';

/** How the bytes of a field are to be read. */
export type FieldKind = 'object' | 'pointer' | 'ssize' | 'int64' | 'u32' | 'u8' | 'f64';

/** A field of a structure: offset from the structure's start, C name, kind. */
export type FieldSpec = readonly [offset: number, name: string, kind: FieldKind];

const WIDTH: Readonly<Record<FieldKind, number>> = {
  object: 8,
  pointer: 8,
  ssize: 8,
  int64: 8,
  u32: 4,
  u8: 1,
  f64: 8,
};

/** A sentence of the catalogue. */
export const note = (key: string, values: Narration['values'] = {}): Narration => ({ key, values });

export class FieldReader {
  readonly fields: SceneField[] = [];
  readonly rt: Runtime;
  private readonly start: Addr;
  private readonly numberOf: NumberOf;

  constructor(rt: Runtime, start: Addr, numberOf: NumberOf) {
    this.rt = rt;
    this.start = start;
    this.numberOf = numberOf;
  }

  /** Notes a row of fields of the structure at `base`. */
  struct(struct: string, base: Addr, specs: readonly FieldSpec[]): void {
    for (const [offset, name, kind] of specs) this.field(struct, name, base + offset, kind);
  }

  field(
    struct: string,
    name: string,
    at: Addr,
    kind: FieldKind,
    says: Narration | null = null,
  ): void {
    const value = this.valueOf(at, kind);
    const target = kind === 'object' ? this.target(at) : null;
    this.add({ struct, name, at, bytes: WIDTH[kind], value, target, says });
  }

  /** Bytes that are told as a whole: characters, an index, what is not in use. */
  span(
    struct: string,
    name: string,
    at: Addr,
    bytes: number,
    value: string,
    says?: Narration,
  ): void {
    if (bytes > 0) this.add({ struct, name, at, bytes, value, target: null, says: says ?? null });
  }

  private add(field: {
    struct: string;
    name: string;
    at: Addr;
    bytes: number;
    value: string;
    target: BlockContent | null;
    says: Narration | null;
  }): void {
    const { at, says, ...rest } = field;
    this.fields.push({ ...rest, offset: at - this.start, note: says });
  }

  /** First byte behind what was told so far. */
  get end(): Addr {
    const last = this.fields[this.fields.length - 1];
    return last === undefined ? this.start : this.start + last.offset + last.bytes;
  }

  private valueOf(at: Addr, kind: FieldKind): string {
    const { rt } = this;
    switch (kind) {
      case 'object':
      case 'pointer':
        return this.pointer(at);
      case 'ssize':
        return String(rt.size(at));
      case 'int64':
        return String(rt.memory.b64[at >> 3]!);
      case 'u32':
        return String(rt.u32[at >> 2]!);
      case 'u8':
        return String(rt.u8[at]!);
      case 'f64':
        return floatRepr(rt.f64[at >> 3]!);
    }
  }

  private pointer(at: Addr): string {
    const low = this.rt.u32[at >> 2]!;
    const high = this.rt.u32[(at >> 2) + 1]!;
    if (low === 0 && high === 0) return 'NULL';
    return `0x${(high * 2 ** 32 + low).toString(16)}`;
  }

  private target(at: Addr): BlockContent | null {
    const { rt } = this;
    const p = rt.ptr(at);
    if (p === 0 || rt.u32[(at >> 2) + 1] === TEXT_HIGH || !isObject(rt, p)) return null;
    if (!isType(rt, p)) return objectContent(rt, p, this.numberOf);
    return { kind: 'object', number: this.numberOf(p), type: 'type', text: typeName(rt, p) };
  }
}

/** An address as the program sees it. */
export const hexAddress = (p: Addr): string => `0x${toAddress(p).toString(16)}`;
