import type { PageHeading, PageTable, PageText } from './page.ts';
import type { Zone } from './vocabulary.ts';

/** A heading of the agenda and what it opens. */
export type AgendaRole = 'day' | 'moderators' | 'block' | 'item' | 'inside';

/** A part of the page and the section it belongs to. */
export type Placed =
  | { readonly zone: 'agenda'; readonly role: AgendaRole; readonly part: PageHeading }
  | { readonly zone: Zone; readonly under: string; readonly part: PageTable | PageText };

export function placedText(zone: Zone, under: string, part: PageTable | PageText): Placed {
  return { zone, under, part };
}
