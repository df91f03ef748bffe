export type Values = Readonly<Record<string, string | number>>;

/** Puts values in the place of `{{name}}`. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_found, name: string) => String(values[name] ?? ''));
}
