import type { Profile, ProfileId } from './capabilities.ts';
import { profile310 } from './3.10.ts';
import { profile311 } from './3.11.ts';
import { profile312 } from './3.12.ts';
import { profile313 } from './3.13.ts';
import { profile3142 } from './3.14.2.ts';
import { profile314 } from './3.14.ts';
import { profile315 } from './3.15.ts';
import { profile38 } from './3.8.ts';
import { profile39 } from './3.9.ts';

export type {
  FreeListLimits,
  InstanceLayout,
  ObjectLayout,
  Profile,
  ProfileId,
} from './capabilities.ts';

/** Every release that the machine can be. */
export const profiles: Readonly<Record<ProfileId, Profile>> = {
  '3.8': profile38,
  '3.9': profile39,
  '3.10': profile310,
  '3.11': profile311,
  '3.12': profile312,
  '3.13': profile313,
  '3.14.2': profile3142,
  '3.14': profile314,
  '3.15': profile315,
};

/** The profile of a release: '3.13', or a micro release of those that have one of their own. */
export function profileNamed(release: string): ProfileId | null {
  if (isProfileId(release)) return release;
  return /^3\.14\.[0-4]$/.test(release) ? '3.14.2' : null;
}

/** The release that runs unless another is asked for. */
export const defaultProfile: ProfileId = '3.14';

export function isProfileId(id: string): id is ProfileId {
  return Object.hasOwn(profiles, id);
}
