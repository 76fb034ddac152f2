import type { ActionId, NewId, PersonId } from '../domain/ids.ts';
import type { ActionItemNode, ActionStatus, ProgressNote, RichInline } from '../domain/rich-text.ts';
import type { CalendarDate } from '../domain/time.ts';
import { type ActionText, deferral, readActionText } from './action-text.ts';
import type { ReportDraft } from './fidelity-report.ts';
import type { PeopleBook } from './people-book.ts';
import { inlineText, sliceInline, tidyInline } from './rich-inline.ts';

/** What texts are read with; one for a page. */
export interface TextContext {
  readonly newId: NewId;
  readonly report: ReportDraft;
  readonly people: PeopleBook;
  /** First day of the meeting, for dates without a year. */
  readonly from: CalendarDate | null;
}

/** Makes an action item of a line without its tick; `remarks` are lines nested below it. */
export function actionNode(
  line: readonly RichInline[],
  done: boolean,
  remarks: readonly RichInline[][],
  at: number,
  context: TextContext,
): ActionItemNode {
  const { report, people } = context;
  const text = inlineText(line);
  const parts = readActionText(text, { isKnown: people.isKnown, from: context.from });
  for (const words of parts.read) report.read(at, words, 'action item');
  const name =
    (as: string) =>
    (person: string): PersonId =>
      people.name(person, at, as);
  const assignees = parts.assignees.map(name('The assignee'));
  const helpers = parts.helpers.map(name('The helper'));
  const notes = [...parts.notes.map(({ from, to }) => sliceInline(line, from, to)), ...remarks];
  const { status, deferredTo } = statusOf(done, notes, line, at, context);
  if (assignees.length === 0) {
    report.find('action', at, text, 'Nobody is named for this action item. Choose who does it.');
  }
  reportTail(parts, text, at, report);
  return {
    type: 'actionItem',
    attrs: {
      id: context.newId() as ActionId,
      assignees,
      helpers: helpers.filter((helper) => !assignees.includes(helper)),
      due: parts.due,
      status,
      deferredTo,
      carriedFrom: parts.carriedFrom,
    },
    content: [paragraph(tidySpaces(sliceInline(line, parts.from, parts.to))), ...notes.map(progressNote)],
  };
}

/** A date that was left in the text because it does not stand where a due date stands is worth a look. */
function reportTail(parts: ActionText, text: string, at: number, report: ReportDraft): void {
  if (parts.due === null && parts.assignees.length > 0 && parts.from > 0) {
    report.find('action', at, text, 'No due date was found for this action item.');
  }
}

/**
 * A ticked box is done, whatever the remark says: the page's own report counts it as complete. An open one that is put off to
 * another meeting waits for that; one that tells of progress is in progress; one struck through as a whole is cancelled.
 */
function statusOf(
  done: boolean,
  notes: readonly RichInline[][],
  line: readonly RichInline[],
  at: number,
  context: TextContext,
): { status: ActionStatus; deferredTo: string | null } {
  const remarks = notes.map(inlineText);
  const to = remarks.map(deferral).find((target) => target !== null) ?? null;
  if (done) {
    if (to !== null) {
      const message =
        'This action item is ticked, but its remark puts it off. Kept as done, with the remark as a progress note.';
      context.report.find('action', at, inlineText(line), message, `deferred to ${to}`);
    }
    return { status: 'done', deferredTo: null };
  }
  if (to !== null) return { status: 'deferred', deferredTo: to };
  if (line.every((node) => node.type === 'text' && node.marks?.some((mark) => mark.type === 'strike'))) {
    return { status: 'cancelled', deferredTo: null };
  }
  const started = remarks.some((remark) => /^(?:in progress|started|ongoing|under ?way)\b/i.test(remark));
  return { status: started ? 'in-progress' : 'open', deferredTo: null };
}

function progressNote(content: readonly RichInline[]): ProgressNote {
  return { type: 'progressNote', attrs: { date: null, by: null }, ...(content.length > 0 && { content }) };
}

function paragraph(content: readonly RichInline[]): ActionItemNode['content'][number] {
  return { type: 'paragraph', ...(content.length > 0 && { content }) };
}

/** Taking a placeholder out of a line leaves a space before the full stop behind it. */
function tidySpaces(line: readonly RichInline[]): RichInline[] {
  const last = line.at(-1);
  if (last?.type !== 'text') return [...line];
  return tidyInline([...line.slice(0, -1), { ...last, text: last.text.replace(/ +([.,;])$/, '$1') }]);
}
