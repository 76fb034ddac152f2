// What rows ask of the table they stand in. One stable object, so that handing it down draws no row again.

import { createContext } from 'react';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { Place } from '../logic/move-target.ts';
import type { ItemMoves } from './use-item-moves.ts';

export type ItemDialogKind = 'move' | 'cancel' | 'details';

export interface DayActs {
  readonly moves: ItemMoves;
  readonly openDialog: (kind: ItemDialogKind, item: ItemId) => void;
  /** Shows an item that was just made with the cursor in its title; `null` is one that could not be made. */
  readonly startTitle: (item: ItemId | null) => void;
}

function outside(): never {
  throw new Error('A row outside of its table');
}

export const DayActsContext = createContext<DayActs>({
  moves: { step: outside, moveTo: outside, placeOf: outside, describe: outside },
  openDialog: outside,
  startTitle: outside,
});

/** The row that was picked up by its grip, and where it came from. Kept by the table: a moved row is a new element. */
export interface Picked {
  readonly item: ItemId;
  readonly origin: Place;
}

export const PickedContext = createContext<{
  readonly picked: Picked | null;
  readonly pick: (picked: Picked | null) => void;
}>({ picked: null, pick: outside });
