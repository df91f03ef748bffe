/** The profiles that come when a program asks for one of them. */
import type { Profile } from './capabilities.ts';
import { profile310 } from './3.10.ts';
import { profile311 } from './3.11.ts';
import { profile312 } from './3.12.ts';
import { profile3142 } from './3.14.2.ts';
import { profile315 } from './3.15.ts';
import { profile38 } from './3.8.ts';
import { profile39 } from './3.9.ts';

export const others = {
  '3.8': profile38,
  '3.9': profile39,
  '3.10': profile310,
  '3.11': profile311,
  '3.12': profile312,
  '3.14.2': profile3142,
  '3.15': profile315,
} as const satisfies Readonly<Record<string, Profile>>;
