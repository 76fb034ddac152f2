// The lists of people of a page: attendees, guests, apologies, moderators and note-takers of the meeting as a whole.

import type { Person, PersonKind } from '../domain/meeting.ts';
import { findHeader } from './columns.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { isElement, oneLine, textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { linesWithin } from './label-lines.ts';
import { isUserName, looksLikeName, namesOf, splitNames } from './names.ts';
import type { PageTable } from './page.ts';
import type { PeopleBook } from './people-book.ts';
import type { Placed } from './placed-part.ts';
import type { Column, Zone } from './vocabulary.ts';

export type PersonFields = Partial<Omit<Person, 'id' | 'name' | 'kind'>>;

const KINDS: Partial<Record<Zone, PersonKind>> = {
  attendees: 'attendee',
  guests: 'guest',
  apologies: 'absent',
};
const MAIL = /<?\b(?:mailto:)?([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)\b>?/i;

export function readPeople(parts: readonly Placed[], people: PeopleBook, report: ReportDraft): void {
  for (const zone of ['attendees', 'guests', 'apologies', 'note-taker'] as const) {
    for (const placed of parts) {
      if (placed.zone !== zone) continue;
      const { part } = placed;
      if (part.kind === 'table') readTable(part, zone, people, report);
      else
        for (const { nodes, line } of linesWithin(part.nodes, part.line))
          readLine(nodes, line, zone, people, report);
    }
  }
}

function readLine(
  nodes: readonly HtmlNode[],
  line: number,
  zone: Zone,
  people: PeopleBook,
  report: ReportDraft,
): void {
  const text = textOf(nodes);
  if (zone === 'note-taker') {
    const { names } = namesOf(nodes);
    for (const name of names) people.list(name, 'attendee', { role: 'note-taker' }, line);
    report.read(line, names.join(', '), 'note-taker');
    if (names.length === 0) leftOver(text, line, report);
    return;
  }
  const several = namesOf(nodes);
  if (several.names.length > 1 && several.rest.length === 0 && several.notes.length === 0) {
    for (const name of several.names) add(name, '', line, zone, people, report);
    return;
  }
  const person = leadingName(nodes, text);
  if (person) add(person.name, person.remark, line, zone, people, report);
  else if (/[,;]/.test(text) && several.names.length > 0) {
    // "Ann Lee (from 10:00), Bo Ek": remarks belong to the name before them.
    for (const piece of text.split(/[,;](?![^(]*\))/))
      readLine([{ type: 'text', text: oneLine(piece) }], line, zone, people, report);
  } else leftOver(text, line, report);
}

function leftOver(text: string, line: number, report: ReportDraft): void {
  report.find('leftover', line, text, 'No name was recognised here. If it is a person, add them by hand.');
}

/** The name a line begins with, as a link or before a dash, bracket or colon; what follows is the remark. */
function leadingName(nodes: readonly HtmlNode[], text: string): { name: string; remark: string } | null {
  const head = nodes.find((node) => textOf([node]) !== '');
  const linked = isElement(head) && head.tag !== 'br' ? textOf([head]).replace(/^@/, '') : '';
  if (looksLikeName(linked, true))
    return { name: linked, remark: oneLine(text.slice(textOf([head as HtmlNode]).length)) };
  if (isUserName(text)) return { name: text, remark: '' };
  const match = /^@?([^(,;:–—<[]+?)\s*(?:\s-\s|[(,;:–—<[])\s*(.*)$/su.exec(text);
  const name = oneLine(match?.[1] ?? text.replace(/^@/, ''));
  if (!looksLikeName(name, true)) return null;
  return { name, remark: match ? oneLine(text.slice(text.indexOf(name) + name.length)) : '' };
}

function add(
  name: string,
  remark: string,
  line: number,
  zone: Zone,
  people: PeopleBook,
  report: ReportDraft,
): void {
  const kind = KINDS[zone] ?? 'attendee';
  const mail = MAIL.exec(remark);
  let rest = remark;
  if (mail) {
    rest = oneLine(rest.replace(mail[0], ' '));
    report.read(line, mail[0], 'email');
  }
  rest = rest.replace(/^[\s:,;–—-]+|[\s,;]+$/g, '');
  const inner = /^\(([^()]*)\)$/.exec(rest)?.[1] ?? /^\[([^[\]]*)\]$/.exec(rest)?.[1] ?? rest;
  const isKnown = people.isKnown(name);
  if (isKnown) report.read(line, name, 'person');
  const fields: PersonFields =
    zone === 'apologies' ? { apology: inner } : inner === '' ? {} : { remark: inner };
  people.list(
    name,
    zone === 'attendees' && /\bguest\b/i.test(inner) ? 'guest' : kind,
    {
      ...fields,
      ...(mail && { email: mail[1] ?? '' }),
    },
    line,
  );
}

function readTable(table: PageTable, zone: Zone, people: PeopleBook, report: ReportDraft): void {
  const header = findHeader(table);
  for (const row of table.rows) {
    const text = row.cells.map((cell) => cell.text).join(' | ');
    if (
      header &&
      row.cells.every((cell, i) => cell.text === '' || header[i] !== null) &&
      isHeadRow(row, table, header)
    ) {
      report.read(row.line, text, 'column heading');
      continue;
    }
    const cell = (column: Column): string => row.cells[header?.indexOf(column) ?? -1]?.text ?? '';
    const at = header ? Math.max(header.indexOf('name'), 0) : 0;
    const { names } = splitNames(row.cells[at]?.text ?? '');
    const [name] = names;
    if (name === undefined) {
      if (text.replace(/[| ]/g, '') !== '') leftOver(text, row.line, report);
      continue;
    }
    const used = new Set<Column | null>(['name', 'organisation', 'role', 'email', 'remark']);
    const others = row.cells.filter(
      (one, i) => i !== at && one.text !== '' && !used.has(header?.[i] ?? null),
    );
    const remark = [cell('remark'), ...others.map((one) => one.text)]
      .filter((words) => words !== '')
      .join('; ');
    const fields = { organisation: cell('organisation'), role: cell('role'), email: cell('email') };
    people.list(
      name,
      KINDS[zone] ?? 'attendee',
      { ...fields, ...(zone === 'apologies' ? { apology: remark } : { remark }) },
      row.line,
    );
    for (const other of names.slice(1)) people.list(other, KINDS[zone] ?? 'attendee', {}, row.line);
  }
}

function isHeadRow(
  row: PageTable['rows'][number],
  table: PageTable,
  header: readonly (Column | null)[],
): boolean {
  const own = findHeader({ ...table, rows: [row] });
  return own !== null && own.join() === header.join();
}
