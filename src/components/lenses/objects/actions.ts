import type { ObjectNumber } from '../../../../engine/index.ts';

/** What a reader can do with the picture. */
export interface Actions {
  onSelect(number: ObjectNumber): void;
  /** A count was pressed: who holds the object? */
  onCount(number: ObjectNumber): void;
  /** Draws an object's items from one of them on. */
  onOpen(number: ObjectNumber, from: number): void;
  onClose(number: ObjectNumber): void;
  onMoreObjects(): void;
}
