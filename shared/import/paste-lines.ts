// An agenda as lines of text: days, blocks, moderators, items in the app's short form or as a page would write them, and
// under an item its preparation.

import type { ItemKind } from '../domain/meeting.ts';
import type { TimeOfDay } from '../domain/time.ts';
import { type BlockDraft, type DayDraft, type ItemDraft, paragraphNode, textNode } from './agenda-draft.ts';
import { readDayLabel } from './day-label.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { readItemLine } from './item-line.ts';
import { splitNames } from './names.ts';
import type { TextLine } from './paste-rows.ts';
import { isBreakLabel, isCloseLabel, moderatorLabel } from './vocabulary.ts';

/** An item as one typed line says it. */
export interface PastedLine {
  readonly kind: ItemKind;
  readonly start: TimeOfDay | null;
  readonly duration: string;
  readonly title: string;
  /** Names of the presenters. */
  readonly presenters: readonly string[];
  readonly tickets: readonly string[];
  /** Names that several people answer to. */
  readonly unclear: readonly { readonly typed: string; readonly candidates: readonly string[] }[];
}

export interface LineContext {
  readonly report: ReportDraft;
  readonly accepts: (name: string) => boolean;
  readonly readLine: (line: string) => PastedLine | null;
}

export function readAgendaLines(lines: readonly TextLine[], context: LineContext): DayDraft[] {
  const { report } = context;
  const days: DayDraft[] = [];
  const at: { open: ItemDraft | null } = { open: null };

  const lastDay = (line: number): DayDraft => days.at(-1) ?? addDay({ line, label: null, blocks: [] });
  for (const { line, text, isInner, isHeading } of lines) {
    const label = moderatorLabel(text);
    const day = isInner ? null : readDayLabel(text);
    if (label > 0) startModerators(text.slice(label), line);
    else if (isInner && at.open) at.open.notes.push(paragraphNode([textNode(text)], line));
    else if (day) addDay({ line, label: day, blocks: [] });
    else if (isHeading || /^[^:]{1,60}:$/.test(text)) addBlock(line).title = text.replace(/:$/, '');
    else if (/[\p{L}\p{N}]/u.test(text)) addItem(readItem(text, line, context));
    else report.find('leftover', line, text, 'There are no words in this line. It was left out.');
  }
  return days.filter((day) => day.blocks.length > 0);

  function addDay(day: DayDraft): DayDraft {
    days.push(day);
    at.open = null;
    return day;
  }

  /** A block without items is still being described. */
  function addBlock(line: number): BlockDraft {
    const { blocks } = lastDay(line);
    const last = blocks.at(-1);
    if (last && last.items.length === 0) return last;
    const block: BlockDraft = { line, title: '', moderators: [], items: [] };
    blocks.push(block);
    return block;
  }

  function startModerators(names: string, line: number): void {
    const found = splitNames(names);
    addBlock(line).moderators = found.names;
    for (const words of [...found.notes, ...found.rest]) {
      report.find('leftover', line, words, 'This stands beside a moderator and has no place in the meeting.');
    }
  }

  function addItem(item: ItemDraft): void {
    (lastDay(item.line).blocks.at(-1) ?? addBlock(item.line)).items.push(item);
    at.open = item;
  }
}

function readItem(text: string, line: number, { report, accepts, readLine }: LineContext): ItemDraft {
  const texts = { notes: [], prep: [], minutes: [] };
  const short = readLine(text);
  if (short) {
    for (const { typed, candidates } of short.unclear) {
      report.find('look-alike', line, typed, `This could be ${candidates.join(' or ')}. Nobody was taken.`);
    }
    const { kind, start, duration, title, presenters, tickets } = short;
    const plain = { end: null, presenterNote: '', cancelled: false };
    return { line, kind, title, start, duration, presenters, tickets, ...plain, ...texts };
  }
  const { read: _, ...item } = readItemLine(text, accepts);
  const kind = isBreakLabel(item.title) ? 'break' : isCloseLabel(item.title) ? 'close' : 'topic';
  return { line, kind, ...item, ...texts };
}
