/** What the collector does and what it works on, in words. */
import type {
  CollectorScene,
  ListedObject,
  SceneList,
  SceneMoment,
} from '../../../../engine/index.ts';
import type { Translate, WordKey } from '../../../i18n/words.ts';

/** The generation that never has an older one. */
const OLDEST = 2;

function phaseText(t: Translate, { phase, again, generation }: SceneMoment): string {
  switch (phase) {
    case 'merge':
      return t('collector.phase.merge', { generation });
    case 'update_refs':
      return t(again ? 'collector.phase.update_refs.again' : 'collector.phase.update_refs');
    case 'subtract_refs':
      return t('collector.phase.subtract_refs');
    case 'move_unreachable':
      return t('collector.phase.move_unreachable');
    case 'untrack_tuples':
      return t('collector.phase.untrack_tuples');
    case 'mark_at_start':
    case 'mark_stacks':
    case 'expand_region_transitively_reachable':
    case 'region':
    case 'survivors':
      return t(`collector.phase.${phase}`);
    case 'promotion':
      return generation === OLDEST
        ? t('collector.phase.promotion.oldest')
        : t('collector.phase.promotion', { generation: generation + 1 });
    case 'move_legacy_finalizers':
      return t('collector.phase.move_legacy_finalizers');
    case 'handle_weakrefs':
      return t('collector.phase.handle_weakrefs');
    case 'handle_weakref_callbacks':
    case 'clear_weakrefs':
      return t(`collector.phase.${phase}`);
    case 'finalize_garbage':
      return t('collector.phase.finalize_garbage');
    case 'handle_resurrected_objects':
      return t('collector.phase.handle_resurrected_objects');
    case 'delete_garbage':
      return t('collector.phase.delete_garbage');
    case null:
      return '';
  }
}

/** One moment of a collection as a sentence. */
export function momentText(t: Translate, moment: SceneMoment): string {
  const { kind, object, from, count, generation, reason } = moment;
  if (kind === 'phase') return phaseText(t, moment);
  if (kind === 'start') {
    return t(reason === 'heap' ? 'collector.start.due' : 'collector.start.asked', { generation });
  }
  const holder = from === 'globals' ? t('lens.globals') : from;
  return t(`collector.${kind}`, { object, from: holder, count });
}

/** Which moment of how many. */
export const placeOf = (t: Translate, { moment, moments }: CollectorScene): string =>
  moment === null
    ? t('collector.afterShort')
    : t('collector.momentOf', { number: moment + 1, count: moments.length });

const LIST_WORDS: Readonly<Record<SceneList['name'], WordKey>> = {
  generation0: 'collector.generation0',
  generation1: 'collector.generation1',
  generation2: 'collector.generation2',
  young: 'collector.young',
  visited: 'collector.visited',
  pending: 'collector.pending',
  increment: 'collector.increment',
  survivors: 'collector.survivors',
  permanent: 'collector.permanent',
  unreachable: 'collector.unreachable',
  still_unreachable: 'collector.still_unreachable',
  finalizers: 'collector.finalizers',
};

export const listName = (t: Translate, { name }: Pick<SceneList, 'name'>): string =>
  t(LIST_WORDS[name]);

/** How full a list is, and when that makes a collection due. */
export function listFacts(t: Translate, list: SceneList): string[] {
  const facts: string[] = [];
  if (list.count !== null && list.threshold !== null) {
    const values = { count: list.count, threshold: list.threshold };
    facts.push(t(list.threshold === 0 ? 'collector.never' : 'collector.count', values));
  }
  facts.push(t('collector.size', { count: list.size }));
  return facts;
}

/** What stands beside an object's name: where it leads, what is known of its finalizer. */
export function objectFacts(t: Translate, object: ListedObject): string[] {
  const facts: string[] = [];
  if (object.names.length > 0) {
    facts.push(t('collector.named', { names: object.names.join(', ') }));
  }
  if (object.refersTo.length > 0) {
    const objects = object.refersTo.map((number) => `#${number}`).join(', ');
    facts.push(t('collector.refersTo', { objects }));
  }
  if (object.finalized) facts.push(t('collector.finalized'));
  return facts;
}

/** When more than young objects is looked through. */
export function ruleText(t: Translate, { pass, pending, longLived }: CollectorScene): string {
  if (pass === null) return t('collector.quarter', { pending, longLived });
  const { work, heap, marks } = pass;
  if (marks) return t('collector.pass.marks', { heap });
  return t(work < 0 ? 'collector.pass.ahead' : 'collector.pass.work', {
    heap,
    count: Math.abs(work),
  });
}
