// A pasted column of names, or a table of them, becomes people: "Ruya Aydin <r@x.org>", "Ben Osei, Archive",
// "- Ines Maur (guest)", cells between tabs. Reads only; the caller shows what was understood before adding it.

export interface PastedPerson {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly role: string;
}

const EMAIL = /<?([^\s<>,;()]+@[^\s<>,;()]+\.[^\s<>,;()]+)>?/;
const HEADER = /^(?:full |first )?names?$|^attendees?$|^participants?$|^people$/i;

export function parsePastedPeople(text: string): readonly PastedPerson[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').replace(/^\[[ xX]?\]\s*/, ''))
    .filter((line) => line.trim() !== '');
  const [only] = lines;
  const rows = lines.length === 1 && only !== undefined ? splitList(only) : lines;
  const people = rows.flatMap((line, i) => {
    const cells = line.split(/\t|\s*\|\s*/).map((cell) => cell.trim());
    const isHeader = i === 0 && HEADER.test(cells[0] ?? '');
    return isHeader ? [] : readPerson(cells);
  });
  const seen = new Set<string>();
  return people.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

/** A single line with semicolons, or with more than one comma, is a list of people. */
function splitList(line: string): readonly string[] {
  if (line.includes('\t')) return [line];
  if (line.includes(';')) return line.split(';').filter((part) => part.trim() !== '');
  const parts = line.split(',');
  return parts.length > 2 ? parts.filter((part) => part.trim() !== '') : [line];
}

function readPerson(cells: readonly string[]): PastedPerson[] {
  let email = '';
  const plain = cells.map((cell) =>
    cell.replace(EMAIL, (_all, address: string) => {
      email ||= address;
      return '';
    }),
  );
  const [first = '', ...others] = plain.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const bracket = /\(([^)]*)\)/.exec(first);
  const [name = '', ...afterComma] = first.replace(/\([^)]*\)/g, ' ').split(',');
  const clean =
    name
      .replace(/\s+/g, ' ')
      .replace(/[\s:;–-]+$/, '')
      .trim() || nameFromEmail(email);
  if (clean === '') return [];
  const details = [afterComma.join(',').trim(), bracket?.[1]?.trim() ?? '', ...others].filter(
    (part) => part !== '',
  );
  return [{ name: clean, email, organisation: details[0] ?? '', role: details[1] ?? '' }];
}

function nameFromEmail(email: string): string {
  const local = email.split('@')[0] ?? '';
  return local
    .split(/[._-]+/)
    .filter((part) => part !== '')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join(' ');
}
