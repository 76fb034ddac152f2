// Gives each part of a page its section: by the headings above it, by labels in lines ("Location: B2") and by the headings of
// tables. It does not look into agendas or texts; those who read the sections do.

import { zoneOfTable } from './columns.ts';
import { isContentsList } from './contents-list.ts';
import { readDayLabel } from './day-label.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { textOf } from './html-text.ts';
import { placeLabelledLines, placeLabelTable } from './label-lines.ts';
import type { Page, PageHeading, PagePart, PageText } from './page.ts';
import { type AgendaRole, type Placed, placedText } from './placed-part.ts';
import { readTime } from './times.ts';
import { isBreakLabel, isCloseLabel, moderatorLabel, type Zone, zoneOf } from './vocabulary.ts';

export interface PlacedPage {
  readonly title: string;
  readonly titleLine: number;
  readonly parts: readonly Placed[];
}

interface Open {
  readonly level: number;
  readonly zone: Zone;
  readonly text: string;
  /** Everything below an item's heading is the item's. */
  readonly isItem: boolean;
}

/** With `topics`, headings nobody knows are agenda items: for pages without anything that says "agenda". */
export function placeParts(page: Page, report: ReportDraft, topics: boolean): PlacedPage {
  const placed: Placed[] = [];
  const open: Open[] = [];
  let title = '';
  let titleLine = 1;

  const around = (): Open | undefined => open.at(-1);
  const inItem = (): boolean => open.some((entry) => entry.isItem);

  page.parts.forEach((part, index) => {
    if (part.kind === 'heading') heading(part, index);
    else if (inItem()) placed.push(placedText('agenda', around()?.text ?? '', part));
    else if (part.kind === 'table') {
      const zone = zoneOfTable(part, around()?.zone ?? null);
      if (zone === 'labels') placed.push(...placeLabelTable(part, report));
      else placed.push(placedText(zone ?? 'other', around()?.text ?? '', part));
    } else text(part);
  });
  return { title: title === '' ? page.title : title, titleLine, parts: placed };

  function heading(part: PageHeading, index: number): void {
    while ((around()?.level ?? 0) >= part.level) open.pop();
    const enter = (zone: Zone, isItem = false): void => {
      open.push({ level: part.level, zone, text: part.text, isItem });
    };
    const isKnown = zoneOf(part.text) !== null || readTime(part.text) !== null;
    if (title === '' && open.length === 0 && placed.length === 0 && !isKnown) {
      title = part.text;
      titleLine = part.line;
      return;
    }
    const role = agendaRole(part, index);
    if (role !== null) {
      placed.push({ zone: 'agenda', role, part });
      if (role !== 'inside') enter('agenda', role === 'item');
      return;
    }
    const zone = zoneOf(part.text);
    report.read(part.line, part.text, 'section');
    enter(zone ?? around()?.zone ?? 'other');
  }

  function agendaRole(part: PageHeading, index: number): AgendaRole | null {
    if (inItem()) return 'inside';
    const zone = around()?.zone ?? null;
    if (zone !== null && zone !== 'agenda' && zone !== 'other') return null;
    if (readDayLabel(part.text)) return 'day';
    if (readTime(part.text)) return 'item';
    if (moderatorLabel(part.text) > 0) return 'moderators';
    const announced = zoneOf(part.text);
    if (announced !== null && !(zone === 'agenda' && announced === 'agenda')) return null;
    if (zone !== 'agenda' && !topics) return opensAgenda(part, index) ? 'block' : null;
    if (isBreakLabel(part.text) || isCloseLabel(part.text)) return 'item';
    return opensAgenda(part, index) ? 'block' : 'item';
  }

  /** Looks ahead in the section: timed headings or an agenda table below make it more than an item. */
  function opensAgenda(part: PageHeading, index: number): boolean {
    for (const next of page.parts.slice(index + 1)) {
      if (next.kind === 'heading') {
        if (next.level <= part.level) return false;
        if (readTime(next.text) || moderatorLabel(next.text) > 0) return true;
      } else if (next.kind === 'table' && zoneOfTable(next, null) === 'agenda') return true;
    }
    return false;
  }

  function text(part: PageText): void {
    if (isContentsList(part, page) || around()?.zone === 'contents') {
      const message = 'A table of contents. It lists what the page has, so it was not imported.';
      report.find('contents', part.line, textOf(part.nodes), message);
      return;
    }
    const zone = around()?.zone ?? null;
    const labelled = placeLabelledLines(part, zone, report);
    if (labelled) placed.push(...labelled);
    else placed.push(placedText(zone ?? 'other', around()?.text ?? '', part));
  }
}

export function hasAgenda(parts: readonly Placed[]): boolean {
  return parts.some(({ zone }) => zone === 'agenda');
}

/** True when the page says that it is one of a meeting. */
export function isMeetingPage(page: Page, parts: readonly Placed[]): boolean {
  const told: readonly Zone[] = ['attendees', 'apologies', 'moderators', 'note-taker', 'time-zone', 'join'];
  const dated = parts.some(({ zone }) => zone === 'date');
  return dated || parts.filter(({ zone }) => told.includes(zone)).length > 0 || page.parts.some(isDayHeading);
}

function isDayHeading(part: PagePart): boolean {
  return part.kind === 'heading' && readDayLabel(part.text)?.date != null;
}
