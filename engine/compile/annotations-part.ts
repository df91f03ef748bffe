/** What the part for annotations holds. */
export {
  deferAnnotation,
  enterAnnotationScope,
  leaveAnnotationScope,
  refuseUnknownFormats,
  visitDeferredAnnotations,
} from './codegen-annotations-code.ts';
export { visitAnnAssign } from './codegen-stmt-code.ts';
