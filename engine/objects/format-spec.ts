/**
 * The format mini-language of `format(x, spec)`: parsing a spec. Shared by int, float, complex, str.
 *
 *     [[fill]align][sign][z][#][0][width][, or _][.[precision][, or _]][type]
 *
 * v3.13.0 Python/formatter_unicode.c
 */
import type { Addr } from '../base/brand.ts';
import { noMemory, raise } from './errors.ts';
import { typeNameOf } from './object.ts';
import type { Runtime } from './runtime.ts';

type Align = '<' | '>' | '=' | '^';

/** v3.13.0 InternalFormatSpec */
export interface FormatSpec {
  readonly fill: string;
  readonly align: Align;
  readonly alternate: boolean;
  /** z: a zero that rounding made negative loses its sign */
  readonly noNegativeZero: boolean;
  readonly sign: '' | ' ' | '+' | '-';
  /** -1 when not given */
  readonly width: number;
  /** -1 when not given */
  readonly precision: number;
  /** '' or what stands between groups of digits */
  readonly separator: '' | ',' | '_';
  /** The same behind the point, from 3.14 on. */
  readonly fractionSeparator: '' | ',' | '_';
  /** 3, or 4 for `_` in bases 2, 8 and 16 */
  readonly groupSize: number;
  /** one character, or the default */
  readonly type: string;
}

const ALIGNS = '<>=^';
const SSIZE_MAX = 2 ** 63;
/** Above this a precision does not fit a C int. */
const INT_MAX = 0x7fffffff;

/** A reader of the spec, by code points. */
class SpecReader {
  readonly chars: string[];
  pos = 0;

  constructor(text: string) {
    this.chars = [...text];
  }

  get left(): number {
    return this.chars.length - this.pos;
  }

  /** The character here, '' at the end. */
  peek(ahead = 0): string {
    return this.chars[this.pos + ahead] ?? '';
  }

  /** Takes the character here when it is one of these; '' otherwise. */
  take(of: string): string {
    const char = this.peek();
    if (char === '' || !of.includes(char)) return '';
    this.pos++;
    return char;
  }

  /** Decimal digits as a number; -1 for none, infinite when they do not fit. get_integer */
  integer(): number {
    const from = this.pos;
    while (/^[0-9]$/.test(this.peek())) this.pos++;
    if (this.pos === from) return -1;
    const value = Number(this.chars.slice(from, this.pos).join(''));
    return value >= SSIZE_MAX ? Infinity : value;
  }
}

/** Raises ValueError. @returns null */
export function badFormat(rt: Runtime, message: string): null {
  raise(rt, rt.exc.ValueError, message);
  return null;
}

/** A character as messages about formats show it. */
function shown(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code > 32 && code < 128 ? char : '\\x' + code.toString(16);
}

/** v3.13.0 unknown_presentation_type */
export function unknownType(rt: Runtime, type: string, object: Addr): null {
  return badFormat(
    rt,
    `Unknown format code '${shown(type)}' for object of type '${typeNameOf(rt, object)}'`,
  );
}

/**
 * @param object whose `__format__` it is, for messages
 * @param defaultType '' or the type that stands when the spec has none
 * @returns null with ValueError. v3.13.0 parse_internal_render_format_spec
 */
export function parseFormatSpec(
  rt: Runtime,
  text: string,
  object: Addr,
  defaultType: string,
  defaultAlign: Align,
): FormatSpec | null {
  const r = new SpecReader(text);
  let fill = ' ';
  let align = '';
  let fillGiven = false;
  if (r.left >= 2 && ALIGNS.includes(r.peek(1))) {
    fill = r.peek();
    align = r.peek(1);
    fillGiven = true;
    r.pos += 2;
  } else {
    align = r.take(ALIGNS);
  }
  const sign = r.take(' +-') as FormatSpec['sign'];
  const noNegativeZero = rt.profile.formatsKnowZ && r.take('z') !== '';
  const alternate = r.take('#') !== '';
  if (!fillGiven && r.take('0') !== '') {
    fill = '0';
    if (align === '' && (defaultAlign === '>' || rt.profile.errorWords.zeroAlignsTexts))
      align = '=';
  }
  const width = r.integer();
  if (width === Infinity) return tooManyDigits(rt);
  let separator = r.take(',') as FormatSpec['separator'];
  if (r.take('_') !== '') {
    if (separator !== '') return bothSeparators(rt);
    separator = '_';
  }
  if (r.peek() === ',' && separator === '_') return bothSeparators(rt);
  let precision = -1;
  let fractionSeparator: FormatSpec['separator'] = '';
  if (r.take('.') !== '') {
    precision = r.integer();
    if (precision === Infinity) return tooManyDigits(rt);
    if (rt.profile.fractionsAreGrouped) {
      fractionSeparator = r.take(',_') as FormatSpec['separator'];
      const other = r.peek();
      if (
        fractionSeparator !== '' &&
        other !== fractionSeparator &&
        (other === ',' || other === '_')
      )
        return bothSeparators(rt);
    }
    if (precision < 0 && fractionSeparator === '')
      return badFormat(rt, 'Format specifier missing precision');
  }
  if (r.left > 1) {
    const name = typeNameOf(rt, object);
    const { formatSpecIsShown } = rt.profile.errorWords;
    const what = formatSpecIsShown ? ` '${text}' for object of type '${name}'` : '';
    return badFormat(rt, `Invalid format specifier${what}`);
  }
  const type = r.left === 1 ? r.peek() : defaultType;
  // texts are cut by it, and ints refuse it, as floats do when it is no C int
  const makesDigits = !'bcdoxXs'.includes(type) && precision <= INT_MAX;
  if (Math.max(width, makesDigits ? precision : 0) > rt.u8.length) {
    noMemory(rt); // no text is longer than the memory
    return null;
  }
  const groupSize = separator === '' ? 3 : groupSizeFor(rt, separator, type);
  if (groupSize === 0) return null;
  if (fractionSeparator !== '' && type === 'n') return noSeparator(rt, fractionSeparator, type);
  return {
    fill,
    align: (align === '' ? defaultAlign : align) as Align,
    alternate,
    noNegativeZero,
    sign,
    width,
    precision,
    separator,
    fractionSeparator,
    groupSize,
    type,
  };
}

function tooManyDigits(rt: Runtime): null {
  return badFormat(rt, 'Too many decimal digits in format string');
}

function bothSeparators(rt: Runtime): null {
  return badFormat(rt, "Cannot specify both ',' and '_'.");
}

/** Digits between separators; 0 with ValueError where this type takes none. */
function groupSizeFor(rt: Runtime, separator: string, type: string): number {
  if ('defgEG%F'.includes(type)) return 3;
  if (separator === '_' && 'boxX'.includes(type)) return 4;
  noSeparator(rt, separator, type);
  return 0;
}

function noSeparator(rt: Runtime, separator: string, type: string): null {
  return badFormat(rt, `Cannot specify '${separator}' with '${shown(type)}'.`);
}

/** Whether the precision is more than a C int. */
export function precisionTooBig(spec: FormatSpec): boolean {
  return spec.precision > INT_MAX;
}
