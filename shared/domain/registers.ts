// The registers of a meeting: every action item and decision, in agenda order, found where they live: inside the texts.
// Derived each time, never stored. Knows nothing of screens or formats.

import type { ItemId } from './ids.ts';
import type { MeetingRecord, RecordItem } from './meeting.ts';
import type {
  ActionItemNode,
  DecisionNode,
  ListItem,
  ProgressNote,
  RichBlock,
  RichDoc,
  RichInline,
} from './rich-text.ts';

export interface RegisteredAction {
  readonly action: ActionItemNode;
  readonly item: ItemId;
  /** What is to be done, in one line and without its progress notes. */
  readonly text: string;
  /** 1.. in agenda order: A1, A2, ... */
  readonly number: number;
}

export interface RegisteredDecision {
  readonly decision: DecisionNode;
  readonly item: ItemId;
  readonly text: string;
  /** 1.. in agenda order: D1, D2, ... */
  readonly number: number;
}

export interface Registers {
  readonly actions: readonly RegisteredAction[];
  readonly decisions: readonly RegisteredDecision[];
}

type RichNode = RichDoc | RichBlock | ListItem | ProgressNote | RichInline;

/** Items are visited in agenda order, sub-slots after the text of their round; preparation comes before minutes. */
export function collectRegisters(record: MeetingRecord): Registers {
  const actions: RegisteredAction[] = [];
  const decisions: RegisteredDecision[] = [];

  const visit = (node: RichNode, item: ItemId): void => {
    if (node.type === 'actionItem') {
      actions.push({ action: node, item, text: actionText(node), number: actions.length + 1 });
    } else if (node.type === 'decision') {
      const text = oneLine(plainText(node.content ?? []));
      decisions.push({ decision: node, item, text, number: decisions.length + 1 });
    } else {
      for (const child of childrenOf(node)) visit(child, item);
    }
  };

  for (const item of agendaItems(record)) {
    visit(item.prep, item.id);
    visit(item.minutes, item.id);
  }
  return { actions, decisions };
}

/** Every item of the meeting in agenda order, the sub-slots of a round right after it. */
export function agendaItems(record: MeetingRecord): readonly RecordItem[] {
  const withSlots = (item: RecordItem): RecordItem[] => [item, ...item.slots.flatMap(withSlots)];
  return record.days.flatMap((day) => day.blocks.flatMap((block) => block.items.flatMap(withSlots)));
}

/**
 * The numbers items are spoken of by: `2.3` is the third item of the second day, `2.3.1` the first sub-slot of a round.
 * Breaks and the close have none.
 */
export function itemNumbers(record: MeetingRecord): ReadonlyMap<ItemId, string> {
  const numbers = new Map<ItemId, string>();
  const count = (items: readonly RecordItem[], prefix: string): void => {
    let last = 0;
    for (const item of items) {
      if (item.kind === 'break' || item.kind === 'close') continue;
      last += 1;
      numbers.set(item.id, `${prefix}.${last}`);
      count(item.slots, `${prefix}.${last}`);
    }
  };
  record.days.forEach((day, index) => {
    const items = day.blocks.flatMap((block) => block.items);
    count(items, `${index + 1}`);
  });
  return numbers;
}

/** The words alone; blocks are separated by `\n`, and a hard break is one too. */
export function plainText(nodes: RichNode | readonly RichNode[]): string {
  const list: readonly RichNode[] = isList(nodes) ? nodes : [nodes];
  let text = '';
  let afterBlock = false;
  for (const node of list) {
    const inline = node.type === 'text' || node.type === 'hardBreak';
    const own =
      node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : plainText(childrenOf(node));
    if (!inline && own === '') continue;
    if (text !== '' && (afterBlock || !inline)) text += '\n';
    text += own;
    afterBlock = !inline;
  }
  return text;
}

/** What the action asks for: its first paragraph, in one line. */
export function actionText(action: ActionItemNode): string {
  return oneLine(plainText(action.content.filter((part) => part.type === 'paragraph')));
}

/** The dated notes on how an action went, oldest first as written. */
export function progressNotes(action: ActionItemNode): readonly ProgressNote[] {
  return action.content.filter((part) => part.type === 'progressNote');
}

function childrenOf(node: RichNode): readonly RichNode[] {
  return 'content' in node && node.content ? node.content : [];
}

function isList(nodes: RichNode | readonly RichNode[]): nodes is readonly RichNode[] {
  return Array.isArray(nodes);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
