import { useState } from 'react';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { useRun } from './run-context.tsx';

/** Whether the preparation of an item is folded: once it has begun, until this person says otherwise. */
export function useFolded(item: ItemId, hasBegun: boolean): readonly [boolean, (folded: boolean) => void] {
  const { folds } = useRun();
  const [, render] = useState(0);
  return [
    folds.get(item) ?? hasBegun,
    (folded) => {
      folds.set(item, folded);
      render((count) => count + 1);
    },
  ];
}
