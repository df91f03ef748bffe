/** The engine's only door: what pages, commands and tests of users may use. */
export { defaultProfile, isProfileId, profileNamed, profiles } from './profiles/index.ts';
export type { Profile, ProfileId } from './profiles/index.ts';
export { bootImages } from './objects/boot-image.ts';
export type { BootImage } from './objects/boot-image.ts';
export { imageName } from './machine.ts';
export { DEFAULT_LIMITS } from './timeline/program-run.ts';
export { Timeline } from './timeline/timeline.ts';
export type { RunOptions } from './timeline/to-end.ts';
export { runToEnd } from './timeline/to-end.ts';
export type {
  Ending,
  EventMoment,
  Lenses,
  LensName,
  LensQuestion,
  Limits,
  OutputPiece,
  Problem,
  Program,
  PromptInput,
  RunSummary,
  StepView,
} from './timeline/api.ts';
export type { ChildResult, StartChild } from './modules/native/child.ts';
export type { ModuleFinder, SourceFile } from './modules/source-module.ts';
export { MAX_ITEMS, MAX_OBJECTS } from './lenses/objects-scene.ts';
export type {
  FreedObject,
  ObjectNumber,
  ObjectsScene,
  Reference,
  SceneFrame,
  SceneObject,
  ViewOptions,
} from './lenses/objects-scene.ts';
export { POOL_EMPTY, POOL_FULL, POOL_UNTOUCHED, POOL_USED } from './lenses/memory-map-scene.ts';
export type {
  BlockContent,
  BlockState,
  MapChanges,
  MapGeometry,
  MapTotals,
  MemoryMapOptions,
  MemoryMapScene,
  ObjectPlace,
  PoolState,
  SceneArena,
  SceneBlock,
  SceneBytes,
  SceneField,
  ScenePool,
} from './lenses/memory-map-scene.ts';
export { MAX_REQUESTS } from './lenses/layers-scene.ts';
export type {
  Answer,
  LayerPages,
  LayerRequest,
  LayerReturns,
  LayersScene,
} from './lenses/layers-scene.ts';
export type {
  CollectorOptions,
  CollectorScene,
  ListedObject,
  ListName,
  MomentKind,
  SceneList,
  SceneMoment,
} from './lenses/collector-scene.ts';
export { MAX_PLACES } from './lenses/caches-scene.ts';
export type { CachedName, CachesScene, Origin, SceneFreeList } from './lenses/caches-scene.ts';
export { MAX_HOLDERS } from './lenses/holders-scene.ts';
export type { Holder, HolderKind, HoldersOptions, HoldersScene } from './lenses/holders-scene.ts';
export type { ObjectChoice, ObjectRef } from './lenses/object-ref.ts';
export { MAX_REFCOUNT_POINTS, MAX_REFCOUNT_STEPS } from './lenses/refcounts-scene.ts';
export type { RefcountPoint, RefcountsOptions, RefcountsScene } from './lenses/refcounts-scene.ts';
export { EVENT_KINDS, MAX_EVENTS, MAX_EVENT_WINDOW } from './lenses/events-scene.ts';
export { compareRuns, MAX_COMPARED_STEPS } from './timeline/compare.ts';
export type {
  AlignedStep,
  DifferenceKind,
  LifetimeDifference,
  RunComparison,
  RunDifference,
} from './timeline/compare.ts';
export { ExpressionError } from './timeline/expression-error.ts';
export type { AddressLife, ObjectLife } from './timeline/queries.ts';
export type { Holds, QuestionsOptions, QuestionsScene } from './timeline/questions.ts';
export type {
  EventBlock,
  EventCause,
  EventFilter,
  EventInstruction,
  EventKind,
  EventPart,
  EventsOptions,
  EventsScene,
  SceneEvent,
} from './lenses/events-scene.ts';
export type { Check, CheckOutcome, Moment } from './checks/api.ts';
export type { BlockFact, CompareFact, MemoryFact } from './checks/allocator-api.ts';
export { label } from './lenses/narration.ts';
export type { Narration } from './lenses/narration.ts';
export {
  PymallocTraceError,
  pymallocTraceHistorical,
  pymallocTraceReleases,
  runPymallocTrace,
} from './pymalloc/trace.ts';
export { allocatorName } from './pymalloc/index.ts';
export type { AllocatorName } from './pymalloc/index.ts';
export type { PymallocTraceOptions } from './pymalloc/trace.ts';
export { historicalGeometries, isHistoricalGeometry } from './profiles/pymalloc.ts';
export type { HistoricalGeometryName } from './profiles/pymalloc.ts';
