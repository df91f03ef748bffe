// The table that tools/check-imports.mjs holds the code to. See docs/ARCHITECTURE.md.

const below = ['base', 'profiles', 'memory', 'pymalloc', 'objects', 'collector'];

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
  // So does the compiler: it hands over plain data, and vm/ puts it into memory.
  compile: ['base', 'profiles', 'syntax'],
  vm: [...below, 'syntax', 'compile'],
  modules: [...below, 'syntax', 'compile', 'vm'],
  'machine.ts': [...below, 'syntax', 'compile', 'vm', 'modules'],
  // A lens reads memory through the layout tables, so that it cannot disagree with the machine.
  lenses: [...below, 'compile', 'vm'],
  timeline: [...below, 'syntax', 'compile', 'vm', 'modules', 'machine.ts', 'lenses'],
  checks: [...below, 'lenses', 'timeline'],
  loading: 'all',
  'index.ts': 'all',
  'on-demand.ts': 'all',
  'run-only.ts': 'all',
  'whole.ts': 'all',
  'pymalloc-only.ts': ['base', 'pymalloc'],
};

/** The files of the engine that these folders may see: the machine, three ways to its library, its allocator alone. */
export const doors = [
  'engine/index.ts',
  'engine/on-demand.ts',
  'engine/run-only.ts',
  'engine/whole.ts',
  'engine/pymalloc-only.ts',
];
export const outside = ['src', 'room', 'cli', 'bench', 'tests'];
/** A program apart: what it may import besides itself. The site imports nothing of it. */
export const apart = {
  // The messages are all that the room's server and the pages share.
  room: ['src/workshop/room/messages.ts', 'src/workshop/room/bounds.ts'],
};
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
  'engine/vm/execute.ts': {
    lines: 1200,
    why: 'the switch of the interpreter over what loops are made of: a case an instruction, each short',
  },
  'engine/syntax/ast.ts': { lines: 710, why: 'one small type per node of the grammar, no code' },
  'engine/compile/symtable.ts': {
    lines: 640,
    why: 'the symbol table pass: a short method for each kind of node, none of use without the others',
  },
  'engine/modules/native/itertools-iterators.ts': {
    lines: 620,
    why: 'one small iterator type after another, all of one shape',
  },
  // Library modules in Python: one module, one text.
  'engine/modules/python/asyncio.ts': { lines: 740, why: 'the text of one library module' },
  'engine/modules/python/collections-abc.ts': { lines: 740, why: 'the text of one library module' },
  'engine/modules/python/collections.ts': { lines: 780, why: 'the text of one library module' },
  'engine/modules/python/enum.ts': { lines: 990, why: 'the text of one library module' },
  'engine/modules/python/inspect.ts': { lines: 640, why: 'the text of one library module' },
  'engine/modules/python/typing.ts': { lines: 1000, why: 'the text of one library module' },
};
