import type {
  PrintAction,
  PrintDay,
  PrintDecision,
  PrintItem,
  PrintRow,
  RichPart,
  Summary,
} from './printable.ts';

/** Every item that is printed, in order; the sub-slots of a round after it. */
export function printedItems(days: readonly PrintDay[]): readonly PrintItem[] {
  const withSlots = (item: PrintItem): readonly PrintItem[] => [item, ...item.slots.flatMap(withSlots)];
  return days.flatMap((day) =>
    day.blocks.flatMap((block) => block.rows.flatMap((row) => (isPrintItem(row) ? withSlots(row) : []))),
  );
}

export function isPrintItem(row: PrintRow): row is PrintItem {
  return row.kind === 'topic' || row.kind === 'round';
}

/** The tables at the front, gathered from what is printed behind them: each row leads to its place in the text. */
export function gatherSummary(days: readonly PrintDay[]): Summary {
  const decisions: PrintDecision[] = [];
  const actions: PrintAction[] = [];
  const visit = (part: RichPart): void => {
    if (part.type === 'action') actions.push(part.action);
    else if (part.type === 'decision') decisions.push(part.decision);
    else if (part.type === 'quote') part.content.forEach(visit);
    else if (part.type === 'bullets' || part.type === 'numbers') part.items.flat().forEach(visit);
  };
  const items = printedItems(days);
  for (const item of items) {
    item.preparation.forEach(visit);
    item.minutes.forEach(visit);
  }
  const cancelled = items.flatMap((item) =>
    item.cancelled === null ? [] : [{ item, reason: item.cancelled }],
  );
  return { decisions, actions, cancelled };
}
