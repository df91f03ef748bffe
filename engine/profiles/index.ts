import type { Profile, ProfileId } from './capabilities.ts';
import { profile313 } from './3.13.ts';

export type { FreeListLimits, InstanceLayout, ObjectLayout, Profile, ProfileId } from './capabilities.ts';

/** Every release that the machine can be. */
export const profiles: Readonly<Record<ProfileId, Profile>> = { '3.13': profile313 };

/** The release that runs unless another is asked for. */
export const defaultProfile: ProfileId = '3.13';

export function isProfileId(id: string): id is ProfileId {
  return Object.hasOwn(profiles, id);
}
