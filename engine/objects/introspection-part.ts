/** What the part for introspection holds. */
export {
  cfunctionHash,
  cfunctionQualname,
  cfunctionReduce,
  cfunctionRepr,
  cfunctionRichCompare,
  methodGetAttr,
  methodHash,
  methodReduce,
  methodRepr,
  methodRichCompare,
  methodTypeNew,
  qualifiedName,
  wrongCount,
} from './cfunction-code.ts';
export {
  annotationsFromPairs,
  functionDict,
  functionRepr,
  functionTypeNew,
  setAnnotate,
  setAnnotations,
  setCode,
  setDict,
} from './function-code.ts';
export {
  attributeError,
  builtinNamed,
  classMethodCall,
  descriptorQualname,
  descriptorReduce,
  functionText,
  isMember,
  unboundText,
} from './descriptors-code.ts';
export {
  wrapperDescrCall,
  wrapperHash,
  wrapperReduce,
  wrapperRepr,
  wrapperRichCompare,
} from './wrapper-descriptors-code.ts';
export {
  getTypeParams,
  mayChange,
  notString,
  setDoc,
  setModule,
  setQualname,
  setTypeParams,
} from './type-getset-code.ts';
export {
  getAnnotate,
  getDeferred,
  isImmutable,
  keep,
  raiseMissing,
  setDeferred,
} from './type-annotations-code.ts';
export { getAnnotations } from './module-annotations-code.ts';
export { setNext, tracebackTypeNew } from './traceback-code.ts';
export { cellRepr, cellRichCompare, cellTpNew } from './cell-code.ts';
export { staticmethodCall } from './classmethod-code.ts';
export { descrSet, missingPlain, propertyName } from './property-code.ts';
export { addAttributes, addMapping, namespaceRepr } from './simple-namespace-code.ts';
export { inplaceOr, or, tpNew } from './mapping-proxy-code.ts';
export { weakrefCall, weakrefCompare, weakrefRepr } from './weakref-code.ts';
export { callSuper, superDescrGet, superInit, superRepr } from './super-code.ts';
export { moduleDir, moduleInit, moduleRepr } from './module-code.ts';
export {
  indices,
  sliceBigIndices,
  sliceHash,
  sliceRepr,
  sliceRichCompare,
  sliceTpNew,
} from './slice-code.ts';
export { typeDir, typeModule, typeRepr, typeSizeof } from './type-type-code.ts';
export {
  mergeClassDict,
  objectDir,
  objectFormat,
  objectRepr,
  raiseAbstract,
} from './object-type-code.ts';
export { dictDescriptor, subtypeGetWeakref, subtypeSetDict } from './class-slots-code.ts';
export {
  baseExceptionRepr,
  keyErrorStr,
  setArgs,
  setException,
  setState,
  setTraceback,
  withTraceback,
} from './exceptions-code.ts';
export { superWithoutArgs } from './super-frame-code.ts';
export {
  newWeakProxy,
  proxyCall,
  proxyCompare,
  proxyHash,
  proxyNext,
  proxyPower,
  proxyRepr,
  unwrap,
  withReferent,
} from './weakref-proxy-code.ts';
