/**
 * The release that runs unless another is asked for, and what it is made of, come with the engine; the
 * others are a part (base/part.ts).
 */
import { Part } from '../base/part.ts';
import type { Profile, ProfileId } from './capabilities.ts';
import { profile313 } from './3.13.ts';
import { profile314 } from './3.14.ts';

/** The release that runs unless another is asked for. */
export const defaultProfile: ProfileId = '3.14';

export const otherReleases = new Part<typeof import('./others.ts')>('older-releases');

const atHand: { readonly [Id in ProfileId]?: Profile } = { '3.13': profile313, '3.14': profile314 };

export const isAtHand = (id: string): id is ProfileId => Object.hasOwn(atHand, id);

/** @throws CodeNotLoaded */
export function releaseNamed(id: ProfileId): Profile {
  const others: { readonly [Id in ProfileId]?: Profile } = isAtHand(id)
    ? atHand
    : otherReleases.code.others;
  return others[id]!;
}
