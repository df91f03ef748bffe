import { profile314 } from './3.14.ts';
import type { Profile } from './capabilities.ts';
import { pymallocGeometries } from './pymalloc.ts';

/** CPython 3.15, measured on 3.15.2 (64-bit, GIL). */
export const profile315: Profile = {
  ...profile314,
  memoryviews: { ...profile314.memoryviews, nativeFormat: 'native format' },
  coroutines: {
    ...profile314.coroutines,
    badAwait: (type, result) => `${type}.__await__() must return an iterator, not ${result}`,
  },
  annotations: {
    ...profile314.annotations,
    namedWhenSet: false,
    notDict: (type) => `__annotate__() must return a dict, not ${type}`,
  },
  id: '3.15',
  errorWords: {
    ...profile314.errorWords,
    immutableOfType: (name, type, deleted) =>
      deleted
        ? `cannot delete '${name}' attribute of type '${type}'`
        : `cannot set '${name}' attribute of immutable type '${type}'`,
    resultsAreTold: true,
    sliceNone: '',
    suspended: 'an suspended',
    undeletable: (name, type) => `cannot delete '${name}' attribute of type '${type}'`,
  },
  tracebacks: { ...profile314.tracebacks, ignored: 'whole' },
  suggestions: {
    ...profile314.suggestions,
    deletedInline: true,
    typosNeedError: true,
    attributeWords: (name, wrong) => ` '.${name}' instead of '.${wrong}'?`,
  },
  release: '3.15.2',
  collector: { ...profile314.collector, tellsCandidates: true, weakrefsClearedLate: true },
  pymalloc: pymallocGeometries['3.15'],
  layout: {
    ...profile314.layout,
    typeStatic: 424,
    typeHeap: 944, // type.__basicsize__
    moduleSize: 104,
    sizes: { ...profile314.layout.sizes, bytearray: 64 },
  },
  freeLists: { ...profile314.freeLists, complex: 100 },
  programIsCached: false,
  instances: { ...profile314.instances, ownDescriptors: false },
  atomicFrozensetsUntracked: true,
  starErrorNamesFunction: false,
  iterErrorNamesMethod: true,
  slotsWord: 'arbitrary',
  tuplesHaveSlots: true,
  extendGuess: 0,
  smallInts: { min: -5, max: 1024 },
  drops: { lastFirst: true, operandsLastFirst: true },
  newerTypes: true,
  objectIsNamed: false,
  borrowedConstants: true,
};
