import type { Profile, ProfileId } from './capabilities.ts';
import { profile313 } from './3.13.ts';
import { profile314 } from './3.14.ts';
import { others } from './others.ts';

export { defaultProfile } from './at-hand.ts';

export type {
  FreeListLimits,
  InstanceLayout,
  ObjectLayout,
  Profile,
  ProfileId,
} from './capabilities.ts';

/** Every release that the machine can be. */
export const profiles: Readonly<Record<ProfileId, Profile>> = {
  '3.8': others['3.8'],
  '3.9': others['3.9'],
  '3.10': others['3.10'],
  '3.11': others['3.11'],
  '3.12': others['3.12'],
  '3.13': profile313,
  '3.14.2': others['3.14.2'],
  '3.14': profile314,
  '3.15': others['3.15'],
};

/** The profile of a release: '3.13', or a micro release of those that have one of their own. */
export function profileNamed(release: string): ProfileId | null {
  if (isProfileId(release)) return release;
  return /^3\.14\.[0-4]$/.test(release) ? '3.14.2' : null;
}

export function isProfileId(id: string): id is ProfileId {
  return Object.hasOwn(profiles, id);
}
