// The table that tools/check-imports.mjs holds the code to. See docs/ARCHITECTURE.md.

/** What each part of engine/ may import, besides itself. Lower parts first; nothing points up. */
export const layers = {
  base: [],
  profiles: ['base'],
  memory: ['base', 'profiles'],
  pymalloc: ['base', 'profiles', 'memory'],
  objects: ['base', 'profiles', 'memory', 'pymalloc'],
  collector: ['base', 'profiles', 'memory', 'pymalloc', 'objects'],
  // The parser knows nothing of memory: a tree is plain data.
  syntax: ['base', 'profiles'],
  compile: ['base', 'profiles', 'memory', 'pymalloc', 'objects', 'collector', 'syntax'],
  vm: ['base', 'profiles', 'memory', 'pymalloc', 'objects', 'collector', 'syntax', 'compile'],
  modules: [
    'base',
    'profiles',
    'memory',
    'pymalloc',
    'objects',
    'collector',
    'syntax',
    'compile',
    'vm',
  ],
  timeline: [
    'base',
    'profiles',
    'memory',
    'pymalloc',
    'objects',
    'collector',
    'syntax',
    'compile',
    'vm',
    'modules',
  ],
  // A lens reads memory through the layout tables, so that it cannot disagree with the machine.
  lenses: ['base', 'profiles', 'memory', 'pymalloc', 'objects', 'collector', 'timeline'],
  'machine.ts': 'all',
  'index.ts': 'all',
};

/** The one file of the engine that these folders may see. */
export const door = 'engine/index.ts';
export const outside = ['src', 'cli', 'bench', 'tests'];
/** Tests of the engine's own parts; all other tests use the door. */
export const insideTests = 'tests/engine';

/** A run must depend on nothing but the program: these read a clock, chance, a locale or the host. */
export const bannedNames = ['Date', 'performance', 'process', 'Intl'];
export const bannedMembers = [
  'Math.random',
  'localeCompare',
  'toLocaleString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
];

export const longFile = 600;
/**
 * Files that may be longer, how long, and why. Lower a number when the file shrinks.
 * @type {Record<string, { lines: number; why: string }>}
 */
export const longFiles = {
  'engine/syntax/ast.ts': { lines: 700, why: 'one small type per node of the grammar, no code' },
};
