// The lists of people of a page: attendees, guests, apologies, moderators and note-takers of the meeting as a whole.

import type { PersonKind } from '../domain/meeting.ts';
import { findHeader, headerOf } from './columns.ts';
import type { ReportDraft } from './fidelity-report.ts';
import { isElement, oneLine, textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';
import { linesWithin, type NodeLine } from './label-lines.ts';
import { isUserName, looksLikeName, namesOf } from './names.ts';
import type { PageTable } from './page.ts';
import type { PeopleBook, PersonFields } from './people-book.ts';
import type { Placed } from './placed-part.ts';
import type { Column, Zone } from './vocabulary.ts';

const KINDS: Partial<Record<Zone, PersonKind>> = {
  attendees: 'attendee',
  guests: 'guest',
  apologies: 'absent',
};
/** Longer lines are searched for a mail address in their head only. */
const LONGEST_LINE = 2000;
const MAIL = /<?\b(?:mailto:)?([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)\b>?/i;

export function readPeople(parts: readonly Placed[], people: PeopleBook, report: ReportDraft): void {
  for (const zone of ['attendees', 'guests', 'apologies', 'note-taker'] as const) {
    for (const placed of parts) {
      if (placed.zone !== zone) continue;
      const { part } = placed;
      if (part.kind === 'table') readTable(part, { zone, people, report });
      else for (const line of linesWithin(part.nodes, part.line)) readLine(line, { zone, people, report });
    }
  }
}

interface Reading {
  readonly zone: Zone;
  readonly people: PeopleBook;
  readonly report: ReportDraft;
}

function readLine({ nodes, line, listed }: NodeLine, reading: Reading): void {
  const { zone, people, report } = reading;
  const text = textOf(nodes);
  if (zone === 'note-taker') {
    const { names, notes, rest } = namesOf(nodes);
    for (const name of names) people.list(name, 'attendee', { role: 'note-taker' }, line);
    report.read(line, names.join(', '), 'note-taker');
    for (const words of [...notes, ...rest]) leftOver(words, line, report);
    return;
  }
  const pieces = personPieces(nodes, text, listed);
  for (const piece of pieces) {
    const person = leadingName(piece.nodes, piece.text);
    if (person) add(person, line, reading);
    else leftOver(piece.text, line, report);
  }
}

/** "Ann Lee (from 10:00), Bo Ek" are two people; "Ann Lee, Oslo" in a list of its own is one with a remark. */
function personPieces(
  nodes: readonly HtmlNode[],
  text: string,
  listed: boolean,
): { nodes: readonly HtmlNode[]; text: string }[] {
  const linked = namesOf(nodes);
  const texts = splitOutside(text)
    .flatMap((piece) => piece.split(/\s+and\s+(?=\p{Lu})/u))
    .filter((piece) => piece !== '');
  const named = texts.filter((piece) => leadingName([], piece) !== null);
  const isList = listed ? texts.length > 2 && named.length === texts.length : named.length > 1;
  if (isList) return texts.map((piece) => ({ nodes: [], text: piece }));
  if (linked.names.length > 1 && linked.rest.length === 0 && linked.notes.length === 0) {
    return linked.names.map((name) => ({ nodes: [], text: name }));
  }
  return [{ nodes, text }];
}

function leftOver(text: string, line: number, report: ReportDraft): void {
  report.find('leftover', line, text, 'No name was recognised here. If it is a person, add them by hand.');
}

/** At commas and semicolons, not at those in parentheses. */
function splitOutside(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (character === ',' || character === ';')) {
      pieces.push(oneLine(text.slice(start, i)));
      start = i + 1;
    }
  }
  return [...pieces, oneLine(text.slice(start))];
}

interface Found {
  readonly name: string;
  readonly remark: string;
  readonly email: string;
}

/** The name a line begins with, as a link or before a dash, bracket or colon; what follows is the remark. */
function leadingName(nodes: readonly HtmlNode[], whole: string): Found | null {
  const mail = MAIL.exec(whole.slice(0, LONGEST_LINE));
  const text = mail ? oneLine(whole.replace(mail[0], ' ')) : whole;
  const email = mail?.[1] ?? '';
  const head = nodes.find((node) => textOf([node]) !== '');
  const words = head && isElement(head) ? textOf([head]) : '';
  const linked = words.replace(/^@/, '');
  if (looksLikeName(linked, true)) return { name: linked, remark: oneLine(text.slice(words.length)), email };
  if (isUserName(text)) return { name: text, remark: '', email };
  const match = /^@?([^(,;:–—<[]{1,80}?)\s*(?:\s-\s|[(,;:–—<[])/u.exec(text);
  const name = oneLine(match?.[1] ?? text.replace(/^@/, ''));
  if (!looksLikeName(name, true)) return null;
  return { name, remark: oneLine(text.slice(text.indexOf(name) + name.length)), email };
}

function add(found: Found, line: number, { zone, people, report }: Reading): void {
  const { name, email } = found;
  report.read(line, email, 'email');
  const rest = found.remark.replace(/^[\s:,;<>–—-]+|[\s,;<>]+$/g, '');
  const inner = /^\(([^()]*)\)$/.exec(rest)?.[1] ?? /^\[([^[\]]*)\]$/.exec(rest)?.[1] ?? rest;
  if (people.isKnown(name)) report.read(line, name, 'person');
  const remark: PersonFields =
    zone === 'apologies' ? { apology: inner } : inner === '' ? {} : { remark: inner };
  const isGuest = zone === 'attendees' && /\bguest\b/i.test(inner);
  const kind = isGuest ? 'guest' : (KINDS[zone] ?? 'attendee');
  people.list(name, kind, { ...remark, ...(email !== '' && { email }) }, line);
}

const FIELDS: readonly Column[] = ['organisation', 'role', 'email'];

function readTable(table: PageTable, { zone, people, report }: Reading): void {
  const header = findHeader(table) ?? [];
  const kind = KINDS[zone] ?? 'attendee';
  for (const row of table.rows) {
    const filled = row.cells.filter((cell) => cell.text !== '');
    if (headerOf(row)) {
      for (const cell of filled) report.read(row.line, cell.text, 'column heading');
      continue;
    }
    const at = Math.max(header.indexOf('name'), 0);
    const { names, notes, rest } = namesOf(row.cells[at]?.nodes ?? []);
    const [name] = names;
    if (name === undefined) {
      if (filled.length > 0) leftOver(filled.map((cell) => cell.text).join(' | '), row.line, report);
      continue;
    }
    const own = (column: Column): string => row.cells[header.indexOf(column)]?.text ?? '';
    const others = row.cells.filter((_, i) => i !== at && !FIELDS.includes(header[i] ?? 'remark'));
    const words = [...notes, ...rest, ...others.map((cell) => cell.text)].filter((text) => text !== '');
    const remark = words.join('; ');
    for (const known of names.filter(people.isKnown)) report.read(row.line, known, 'person');
    const fields = { organisation: own('organisation'), role: own('role'), email: own('email') };
    people.list(
      name,
      kind,
      { ...fields, ...(zone === 'apologies' ? { apology: remark } : { remark }) },
      row.line,
    );
    for (const other of names.slice(1)) people.list(other, kind, {}, row.line);
  }
}
