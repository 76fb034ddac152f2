// Keys of the agenda table: arrows go from a cell to its neighbour, Alt Shift arrows carry the row. A field that is
// being edited keeps its own arrows.

import type { KeyboardEvent } from 'react';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { Step } from '../logic/move-target.ts';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'day-before',
  PageDown: 'day-after',
};

/** Handles a key pressed somewhere in the table; `onStep` moves the item of the row it was pressed in. */
export function handleRowKey(
  event: KeyboardEvent<HTMLElement>,
  onStep: ((item: ItemId, step: Step) => void) | null,
): void {
  const target = event.target;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey) return;
  const step = STEPS[event.key];
  const item = target.closest<HTMLElement>('[data-item]')?.dataset.item;
  if (event.altKey && event.shiftKey && step && item !== undefined && onStep) {
    event.preventDefault();
    if (target instanceof HTMLInputElement) target.blur();
    onStep(item as ItemId, step);
    return;
  }
  if (event.shiftKey || target instanceof HTMLInputElement) return;
  const to = neighbour(event.currentTarget, target, event.key);
  if (!to) return;
  event.preventDefault();
  to.focus();
}

function neighbour(table: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const cell = from.closest<HTMLElement>('[data-cell]');
  if (!cell) return null;
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  if (!sideways && key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const row = cell.closest('tr');
  const cells = sideways
    ? [...(row?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
    : [...table.querySelectorAll<HTMLElement>(`[data-cell="${cell.dataset.cell}"]`)];
  const step = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
  return cells[cells.indexOf(cell) + step] ?? null;
}

/** To be called before an item is deleted; what it returns puts the focus on the item that is there instead. */
export function focusBeside(item: ItemId): () => void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-item]')];
  const at = rows.findIndex((row) => row.dataset.item === item);
  const beside = rows[at + 1] ?? rows[at - 1];
  const focus = () => beside?.querySelector<HTMLElement>('[data-cell="title"]')?.focus();
  // The closing menu gives the focus back to its button in the next frame, and the button is gone.
  return () => requestAnimationFrame(() => requestAnimationFrame(focus));
}
