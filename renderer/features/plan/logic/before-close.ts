import type { AgendaItem } from '../../../../shared/domain/meeting.ts';

/** Where something new goes in a block: last, but before its close; `undefined` is the end. */
export function beforeClose(items: readonly AgendaItem[]): number | undefined {
  const last = items.findLastIndex(({ kind }) => kind !== 'close');
  return last + 1 === items.length ? undefined : last + 1;
}
