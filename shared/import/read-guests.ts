import type { ItemId } from '../domain/ids.ts';
import { linesOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { looksLikeName, nameKey, splitNames } from './names.ts';
import type { PeopleBook } from './people-book.ts';

const WILL_JOIN =
  /^[•◦▪]?\s*([^()]{3,60}?)\s*(?:\(([^()]{1,60})\)\s*)?(?:will|is going to|plans to)\s+(?:join|attend|dial in|call in|be joining|be present|take part|participate)\b/i;
const LABELLED = /^[•◦▪]?\s*guests?\s*:\s*(.{3,200})$/i;

/** Finds who comes for one item by what its text says; the text keeps its words. */
export function readGuests(nodes: readonly HtmlNode[], item: ItemId, line: number, people: PeopleBook): void {
  for (const text of linesOf(nodes)) {
    const [, name = '', organisation = ''] = WILL_JOIN.exec(text.slice(0, 400)) ?? [];
    if (looksLikeName(name)) addGuest(name, organisation, item, line, people);
    for (const piece of (LABELLED.exec(text)?.[1] ?? '').split(/[,;](?![^(]*\))/)) {
      const { names, notes } = splitNames(piece, false);
      for (const guest of names) addGuest(guest, notes[0] ?? '', item, line, people);
    }
  }
}

function addGuest(name: string, organisation: string, item: ItemId, line: number, people: PeopleBook): void {
  const kind = people.kindOf(name);
  if (kind === 'attendee' || kind === 'absent') return;
  const id = people.list(name, 'guest', organisation === '' ? {} : { organisation }, line);
  people.guestOf(id, item);
}

/** "Kiosk displays" beside a guest's name in the list of people is the item they come for. */
export function guestItems(remark: string, items: readonly { id: ItemId; title: string }[]): ItemId[] {
  const words = nameKey(remark);
  return items.filter(({ title }) => title.length >= 6 && words.includes(nameKey(title))).map(({ id }) => id);
}
