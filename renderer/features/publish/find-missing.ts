// What a copy would lack, each with the place to put it right. Pure; it does not decide whether one may publish.

import type { ItemId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import { itemEstimate } from '../../../shared/domain/plan-times.ts';
import { collectRegisters, itemNumbers } from '../../../shared/domain/registers.ts';
import type { PublishWhat } from '../../../shared/publish/publish-options.ts';
import { isMinuted, plannable } from './record-items.ts';

export interface Missing {
  /** "2 items have no minutes". */
  readonly text: string;
  readonly places: readonly { readonly item: ItemId; readonly label: string }[];
}

export function findMissing(record: MeetingRecord, what: PublishWhat): readonly Missing[] {
  const numbers = itemNumbers(record);
  const items = plannable(record);
  const placesOf = (ids: readonly ItemId[]) =>
    ids.map((item) => ({
      item,
      label: `${numbers.get(item) ?? ''} ${items.find(({ id }) => id === item)?.title ?? ''}`.trim(),
    }));
  const missing = (ids: readonly ItemId[], one: string, many: string): readonly Missing[] =>
    ids.length === 0
      ? []
      : [{ text: ids.length === 1 ? one : `${ids.length} ${many}`, places: placesOf(ids) }];

  if (what === 'agenda') {
    const untimed = items.filter((item) => itemEstimate(item) === null).map(({ id }) => id);
    const alone = items.filter((item) => item.presenters.length === 0 && item.kind === 'topic');
    return [
      ...missing(untimed, '1 item has no length', 'items have no length'),
      ...missing(
        alone.map(({ id }) => id),
        '1 item has no presenter',
        'items have no presenter',
      ),
    ];
  }
  const { actions } = collectRegisters(record);
  const open = actions.filter(({ action }) => ['open', 'in-progress'].includes(action.attrs.status));
  const unowned = open.filter(({ action }) => action.attrs.assignees.length === 0).map(({ item }) => item);
  const undated = open.filter(({ action }) => action.attrs.due === null).map(({ item }) => item);
  const silent = items.filter((item) => !isMinuted(item)).map(({ id }) => id);
  return [
    ...missing(silent, '1 item has no minutes', 'items have no minutes'),
    ...missing(unowned, '1 action has no assignee', 'actions have no assignee'),
    ...missing(undated, '1 action has no due date', 'actions have no due date'),
  ];
}
