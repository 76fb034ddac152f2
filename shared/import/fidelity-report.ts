// What an import understood, what it understood with doubt, and what it could not place. Together with the record it
// accounts for every visible word of the page: a word is in the record, in `readings`, or in a finding that `isLeftOut`.

export type FindingKind =
  /** The zone is not stated, or stated in a way that is no zone name. */
  | 'time-zone'
  | 'date'
  | 'time'
  /** An item without a start, or without a length because its neighbour has no start. */
  | 'untimed'
  | 'duration'
  /** Columns were taken by their content or place, not by their heading. */
  | 'columns'
  /** Somebody the page names who is on no list of it. */
  | 'person'
  /** A name one slip away from a person's: kept as written, the person is the suggestion. */
  | 'look-alike'
  /** The page shows a user name where a name should be. */
  | 'user-name'
  | 'action'
  /** Preparation and minutes were not told apart by the page. */
  | 'preparation'
  | 'proposal'
  | 'link'
  | 'image'
  /** A table inside a text: its rows are kept as lines. */
  | 'table'
  | 'encoding'
  /** A table of contents: it lists what the page has anyway. */
  | 'contents'
  /** Words of the wiki around the page: buttons, placeholders, derived reports. */
  | 'furniture'
  /** Text that found no place in the meeting. */
  | 'leftover';

export interface Finding {
  readonly kind: FindingKind;
  /** Line of the source, from 1; `null` for the page as a whole. */
  readonly line: number | null;
  /** The words of the page it is about; '' when it is about something missing. */
  readonly text: string;
  readonly message: string;
  /** What to take instead, ready to be applied. */
  readonly suggestion?: string;
}

/** Words that became structure (a time, a heading, a label) and therefore stand nowhere in the record as written. */
export interface Reading {
  readonly line: number;
  readonly text: string;
  /** What they were read as: "day", "start", "column heading". */
  readonly as: string;
}

export interface FidelityCounts {
  readonly days: number;
  readonly blocks: number;
  /** Agenda items without breaks and closes. */
  readonly items: number;
  readonly breaks: number;
  readonly closes: number;
  readonly cancelled: number;
  readonly actions: number;
  readonly decisions: number;
  readonly attendees: number;
  readonly apologies: number;
  readonly people: number;
  readonly proposals: number;
  readonly attachments: number;
  readonly waysToJoin: number;
  readonly nextMeetings: number;
}

export interface FidelityReport {
  readonly source: string;
  readonly counts: FidelityCounts;
  readonly findings: readonly Finding[];
  readonly readings: readonly Reading[];
}

const LEFT_OUT: readonly FindingKind[] = ['contents', 'furniture', 'leftover'];

/** True for text that is in the report only, not in the record. */
export function isLeftOut(finding: Finding): boolean {
  return LEFT_OUT.includes(finding.kind);
}

/** Collects findings and readings while a page is read. */
export interface ReportDraft {
  find(kind: FindingKind, line: number | null, text: string, message: string, suggestion?: string): void;
  read(line: number, text: string, as: string): void;
  finish(): { findings: readonly Finding[]; readings: readonly Reading[] };
}

export function draftReport(): ReportDraft {
  const findings: Finding[] = [];
  const readings: Reading[] = [];
  return {
    find(kind, line, text, message, suggestion) {
      const finding = { kind, line, text: text.trim(), message };
      findings.push(suggestion === undefined ? finding : { ...finding, suggestion });
    },
    read(line, text, as) {
      if (text.trim() !== '') readings.push({ line, text: text.trim(), as });
    },
    finish: () => ({
      findings: findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      readings: readings.toSorted((a, b) => a.line - b.line),
    }),
  };
}
