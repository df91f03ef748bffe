/** All code at once, for hosts that have all files at hand. */
import * as checkProgram from '../checks/check.ts';
import * as checkMachine from '../collector/check.ts';
import * as incremental from '../collector/incremental.ts';
import { incrementalCollector } from '../collector/late-parts.ts';
import * as depths from '../compile/block-stack-depth.ts';
import * as pattern from '../compile/codegen-pattern.ts';
import * as typeScopes from '../compile/codegen-types.ts';
import * as annotated from '../compile/annotations-part.ts';
import * as asyncFor from '../compile/async-part.ts';
import * as templateStrings from '../compile/codegen-expr-code.ts';
import * as withStatements from '../compile/codegen-try-code.ts';
import * as generic from '../compile/generic-part.ts';
import * as folding from '../compile/fold-operators.ts';
import {
  blockStackDepths,
  foldingPart,
  matchCode,
  newerReleases,
  typesCode,
  unparsing,
  annotationsCode,
  asyncCode,
  genericCode,
  templateCode,
  withCode,
} from '../compile/late-parts.ts';
import * as unparse from '../compile/unparse.ts';
import { checker } from '../machine.ts';
import type { ChunkName } from '../modules/catalogue.ts';
import { chunk as abcChunk } from '../modules/chunks/abc.ts';
import { chunk as annotateChunk } from '../modules/chunks/annotate.ts';
import { chunk as annotationlibChunk } from '../modules/chunks/annotationlib.ts';
import { chunk as arrayChunk } from '../modules/chunks/array.ts';
import { chunk as astChunk } from '../modules/chunks/ast.ts';
import { chunk as asyncioChunk } from '../modules/chunks/asyncio.ts';
import { chunk as bisectChunk } from '../modules/chunks/bisect.ts';
import { chunk as collectionsChunk } from '../modules/chunks/collections.ts';
import { chunk as contextlibChunk } from '../modules/chunks/contextlib.ts';
import { chunk as copyChunk } from '../modules/chunks/copy.ts';
import { chunk as ctypesChunk } from '../modules/chunks/ctypes.ts';
import { chunk as dataclassesChunk } from '../modules/chunks/dataclasses.ts';
import { chunk as enumChunk } from '../modules/chunks/enum.ts';
import { chunk as functoolsChunk } from '../modules/chunks/functools.ts';
import { chunk as futureChunk } from '../modules/chunks/future.ts';
import { chunk as gcChunk } from '../modules/chunks/gc.ts';
import { chunk as heapqChunk } from '../modules/chunks/heapq.ts';
import { chunk as inspectChunk } from '../modules/chunks/inspect.ts';
import { chunk as ioChunk } from '../modules/chunks/io.ts';
import { chunk as itertoolsChunk } from '../modules/chunks/itertools.ts';
import { chunk as jsonChunk } from '../modules/chunks/json.ts';
import { chunk as mathChunk } from '../modules/chunks/math.ts';
import { chunk as operatorChunk } from '../modules/chunks/operator.ts';
import { chunk as randomChunk } from '../modules/chunks/random.ts';
import { chunk as reChunk } from '../modules/chunks/re.ts';
import { chunk as statisticsChunk } from '../modules/chunks/statistics.ts';
import { chunk as stringChunk } from '../modules/chunks/string.ts';
import { chunk as structChunk } from '../modules/chunks/struct.ts';
import { chunk as templatelibChunk } from '../modules/chunks/templatelib.ts';
import { chunk as textwrapChunk } from '../modules/chunks/textwrap.ts';
import { chunk as timeChunk } from '../modules/chunks/time.ts';
import { chunk as tracebackChunk } from '../modules/chunks/traceback.ts';
import { chunk as tracemallocChunk } from '../modules/chunks/tracemalloc.ts';
import { chunk as typesChunk } from '../modules/chunks/types.ts';
import { chunk as typingChunk } from '../modules/chunks/typing.ts';
import { chunk as warningsChunk } from '../modules/chunks/warnings.ts';
import { chunk as weakrefChunk } from '../modules/chunks/weakref.ts';
import * as codeFunctions from '../modules/code-builtins.ts';
import * as hostFunctions from '../modules/host-builtins.ts';
import {
  codeBuiltins,
  hostPart,
  rowsPart,
  sysPart,
  templates,
  typeParameters,
} from '../modules/late-parts.ts';
import { addChunk, type LibraryChunk } from '../modules/library.ts';
import * as rows from '../modules/struct-sequence-code.ts';
import * as system from '../modules/sys-code.ts';
import * as templateTypes from '../modules/native/template.ts';
import * as typeParameterTypes from '../modules/native/typing.ts';
import * as aliases from '../objects/alias-parameters.ts';
import * as bytes from '../objects/bytes-part.ts';
import * as complex from '../objects/complex-part.ts';
import * as groups from '../objects/exception-group.ts';
import * as dicts from '../objects/dicts-part.ts';
import * as errors from '../objects/errors-part.ts';
import * as floats from '../objects/floats-part.ts';
import * as formatting from '../objects/formatting-part.ts';
import * as introspection from '../objects/introspection-part.ts';
import * as iterators from '../objects/iterators-part.ts';
import { dictsPart } from '../objects/late-dicts.ts';
import { errorsPart } from '../objects/late-errors.ts';
import { floatsPart } from '../objects/late-floats.ts';
import { introspectionPart } from '../objects/late-introspection.ts';
import { iteratorsPart, rangeIterators } from '../objects/late-iterators.ts';
import { numbersPart } from '../objects/late-numbers.ts';
import { sequencesPart } from '../objects/late-sequences.ts';
import { specialPart } from '../objects/late-special.ts';
import * as sequences from '../objects/sequences-part.ts';
import * as special from '../objects/special-part.ts';
import * as stats from '../objects/freelist-stats.ts';
import {
  aliasCode,
  aliasParameters,
  bytesPart,
  complexPart,
  formattingPart,
  groupsPart,
  memoryPart,
  newerTypes,
  olderTexts,
  oneUnionCode,
  reducingPart,
  setsPart,
  sortingPart,
  statsPart,
  textPart,
  unicodePart,
  unionCode,
} from '../objects/late-parts.ts';
import { importErrorCode } from '../objects/exceptions-import.ts';
import * as importError from '../objects/exceptions-import-code.ts';
import { osErrorCode } from '../objects/exceptions-os.ts';
import * as osError from '../objects/exceptions-os-code.ts';
import { syntaxErrorCode } from '../objects/exceptions-syntax.ts';
import * as syntaxError from '../objects/exceptions-syntax-code.ts';
import * as genericAlias from '../objects/generic-alias-code.ts';
import * as oneUnion from '../objects/one-union-code.ts';
import { rangeCode } from '../objects/range.ts';
import * as range from '../objects/range-code.ts';
import * as rangeIteratorsCode from '../objects/range-iterators-code.ts';
import * as union from '../objects/union-type-code.ts';
import * as anext from '../vm/anext-awaitable-code.ts';
import * as asyncGenerators from '../vm/async-generator-code.ts';
import { changesPart, unraisablePart } from '../objects/late-values.ts';
import * as numbers from '../objects/numbers-part.ts';
import * as changes from '../objects/type-changes-part.ts';
import * as unraisable from '../objects/unraisable.ts';
import * as sorting from '../objects/list-sort.ts';
import * as memory from '../objects/memoryview-part.ts';
import * as reducing from '../objects/reducing-part.ts';
import * as sets from '../objects/sets-part.ts';
import * as compiling from '../compile/newer-releases.ts';
import * as newer from '../objects/newer-types.ts';
import * as older from '../objects/static-texts-older.ts';
import * as text from '../objects/text-part.ts';
import * as unicodeTables from '../objects/unicode-tables.ts';
import * as debugCode from '../pymalloc/debug.ts';
import { otherReleases } from '../profiles/at-hand.ts';
import * as others from '../profiles/others.ts';
import { debugHooks } from '../pymalloc/domains.ts';
import * as names from '../syntax/character-names.ts';
import * as legacy from '../syntax/fstrings-legacy.ts';
import * as failed from '../syntax/failures-part.ts';
import * as invalid from '../syntax/invalid.ts';
import {
  characterNames,
  failures,
  invalidRules,
  matchRules,
  oldFStrings,
} from '../syntax/late-parts.ts';
import * as match from '../syntax/match.ts';
import * as compareCode from '../timeline/compare.ts';
import * as lenses from '../timeline/lens-views.ts';
import * as views from '../timeline/steps.ts';
import * as prompt from '../timeline/inputs-code.ts';
import { promptPart } from '../timeline/late-parts.ts';
import { lensViews, stepViews } from '../timeline/timeline.ts';
import * as awaiting from '../vm/awaiting.ts';
import * as sourceCode from '../vm/compile-source-code.ts';
import * as vmErrorsCode from '../vm/errors-part.ts';
import * as frameLocals from '../vm/frame-locals-part.ts';
import * as lazyCode from '../vm/lazy-imports.ts';
import * as frames from '../vm/heap-frames.ts';
import {
  anextCode,
  asyncGeneratorCode,
  awaitingPart,
  errorsPart as vmErrors,
  frameLocalsPart,
  lazyImports,
  heapFrames,
  snapshots,
  importsPart,
  matching,
  sourceErrors,
  tracebacks,
  withPart,
} from '../vm/late-parts.ts';
import * as imports from '../vm/imports-code.ts';
import * as raising from '../vm/raising-code.ts';
import * as matchHelpers from '../vm/matching.ts';
import * as snapshotLocals from '../vm/snapshot-locals.ts';
import * as tracebacksPart from '../vm/tracebacks-part.ts';
import { checks } from './checks.ts';
import { comparing } from './compare.ts';

const library: Readonly<Record<ChunkName, LibraryChunk>> = {
  abc: abcChunk,
  annotate: annotateChunk,
  annotationlib: annotationlibChunk,
  array: arrayChunk,
  ast: astChunk,
  asyncio: asyncioChunk,
  bisect: bisectChunk,
  collections: collectionsChunk,
  contextlib: contextlibChunk,
  copy: copyChunk,
  ctypes: ctypesChunk,
  dataclasses: dataclassesChunk,
  enum: enumChunk,
  functools: functoolsChunk,
  future: futureChunk,
  gc: gcChunk,
  heapq: heapqChunk,
  inspect: inspectChunk,
  io: ioChunk,
  itertools: itertoolsChunk,
  json: jsonChunk,
  math: mathChunk,
  operator: operatorChunk,
  random: randomChunk,
  re: reChunk,
  statistics: statisticsChunk,
  string: stringChunk,
  struct: structChunk,
  templatelib: templatelibChunk,
  textwrap: textwrapChunk,
  traceback: tracebackChunk,
  time: timeChunk,
  tracemalloc: tracemallocChunk,
  types: typesChunk,
  typing: typingChunk,
  warnings: warningsChunk,
  weakref: weakrefChunk,
};

for (const chunk of Object.values(library)) addChunk(chunk);
checker.provide(checkMachine);
incrementalCollector.provide(incremental);
checks.provide(checkProgram);
comparing.provide(compareCode);
lensViews.provide(lenses);
stepViews.provide(views);
awaitingPart.provide(awaiting);
frameLocalsPart.provide(frameLocals);
heapFrames.provide(frames);
snapshots.provide(snapshotLocals);
blockStackDepths.provide(depths);
templates.provide(templateTypes);
complexPart.provide(complex);
debugHooks.provide(debugCode);
foldingPart.provide(folding);
groupsPart.provide(groups);
statsPart.provide(stats);
invalidRules.provide(invalid);
unparsing.provide(unparse);
bytesPart.provide(bytes);
characterNames.provide(names);
formattingPart.provide(formatting);
matchRules.provide(match);
matchCode.provide(pattern);
matching.provide(matchHelpers);
memoryPart.provide(memory);
oldFStrings.provide(legacy);
codeBuiltins.provide(codeFunctions);
hostPart.provide(hostFunctions);
otherReleases.provide(others);
newerTypes.provide(newer);
lazyImports.provide(lazyCode);
newerReleases.provide(compiling);
olderTexts.provide(older);
reducingPart.provide(reducing);
setsPart.provide(sets);
sortingPart.provide(sorting);
textPart.provide(text);
tracebacks.provide(tracebacksPart);
unraisablePart.provide(unraisable);
changesPart.provide(changes);
numbersPart.provide(numbers);
typesCode.provide(typeScopes);
unicodePart.provide(unicodeTables);
aliasParameters.provide(aliases);
typeParameters.provide(typeParameterTypes);
importErrorCode.provide(importError);
osErrorCode.provide(osError);
syntaxErrorCode.provide(syntaxError);
aliasCode.provide(genericAlias);
anextCode.provide(anext);
asyncGeneratorCode.provide(asyncGenerators);
oneUnionCode.provide(oneUnion);
rangeCode.provide(range);
unionCode.provide(union);
annotationsCode.provide(annotated);
asyncCode.provide(asyncFor);
dictsPart.provide(dicts);
errorsPart.provide(errors);
vmErrors.provide(vmErrorsCode);
failures.provide(failed);
floatsPart.provide(floats);
genericCode.provide(generic);
importsPart.provide(imports);
introspectionPart.provide(introspection);
iteratorsPart.provide(iterators);
promptPart.provide(prompt);
rangeIterators.provide(rangeIteratorsCode);
rowsPart.provide(rows);
sequencesPart.provide(sequences);
sourceErrors.provide(sourceCode);
specialPart.provide(special);
sysPart.provide(system);
templateCode.provide(templateStrings);
withCode.provide(withStatements);
withPart.provide(raising);
