/** What the machine knows: names, signatures and a sentence in each language, for completion and hover. */
import data from './known.json';

export interface Known {
  readonly name: string;
  readonly signature: string;
  readonly text: string;
  readonly kind: 'module' | 'function' | 'value';
}

type Entry = readonly [signature: string, en: string, zh: string];

const modules = data as unknown as Readonly<Record<string, Readonly<Record<string, Entry>>>>;

/** The module's own entry stands under the empty name. */
const OWN = '';

export const moduleNames = Object.keys(modules).filter((name) => name !== 'builtins');

function known(name: string, [signature, en, zh]: Entry, isModule: boolean, lang: string): Known {
  const kind = isModule ? 'module' : signature.endsWith(')') ? 'function' : 'value';
  return { name, signature, text: lang.startsWith('zh') ? zh : en, kind };
}

/** The names of a module. @param lang the page's language */
export function membersOf(module: string, lang: string): readonly Known[] {
  return Object.entries(modules[module] ?? {})
    .filter(([name]) => name !== OWN)
    .map(([name, entry]) => known(name, entry, false, lang));
}

/** What a name means where it stands. @param owner what is before the dot; null without one */
export function lookUp(owner: string | null, name: string, lang: string): Known | null {
  const module = owner === null ? 'builtins' : owner;
  const entry = modules[module]?.[name];
  if (entry && name !== OWN) return known(name, entry, false, lang);
  const own = owner === null && name !== 'builtins' ? modules[name]?.[OWN] : undefined;
  return own ? known(name, own, true, lang) : null;
}

/** What may stand behind `before`, the text of the line up to the caret. */
export function completionsFor(before: string, lang: string): readonly Known[] {
  const behindDot = /(?<![\w.])([A-Za-z_]\w*)\.\w*$/.exec(before);
  if (behindDot) return membersOf(behindDot[1] ?? '', lang);
  if (/[.\w]\.\w*$/.test(before) || /^[^'"]*#/.test(before)) return [];
  const imports = /^\s*(?:import|from)\s+\w*$/.test(before);
  const own = moduleNames.flatMap((name) => lookUp(null, name, lang) ?? []);
  return imports ? own : [...own, ...membersOf('builtins', lang)];
}
