// Names of people inside running text: what looks like one, how lists of them are taken apart, which are one slip apart.

import { contains, isBlank, isBlock, isElement, oneLine, textOf } from './html-text.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';

const PARTICLES = new Set('al bin da de del della der di dos du el la le ten ter van von y zu'.split(' '));
const NOBODY =
  /^(?:all|any(?:one|body)?|every(?:one|body)|tb[acd]|n\/?a|none|nobody|open|various|the team|team|group|-+|–|—|\?+)$/i;
const SEPARATORS = /\s*(?:[,;/&+]|\n|\band\b|(?<=\p{Ll})\s\|\s)\s*/u;
const LONGEST_NAME = 60;

/** Equal for spellings of one name that differ in case, spaces or the form of apostrophes and hyphens only. */
export function nameKey(name: string): string {
  return oneLine(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑–]/g, '-');
}

/** "Wil O'Mullane", "Kian-Tat Lim", "Unknown User (mbutler)"; with `single`, also "Wanda". */
export function looksLikeName(text: string, single = false): boolean {
  if (text.length > LONGEST_NAME || NOBODY.test(text)) return false;
  if (isUserName(text)) return true;
  const words = text.split(' ');
  const capitals = words.filter((word) => /^["“(]?\p{Lu}[\p{L}\p{M}'’.-]*[)"”]?$/u.test(word));
  const others = words.filter((word) => !capitals.includes(word));
  return (
    words.length <= 6 &&
    capitals.length >= (single ? 1 : 2) &&
    others.every((word) => PARTICLES.has(word.toLowerCase())) &&
    /\p{Ll}/u.test(text)
  );
}

/** Wikis show accounts that are gone as "Unknown User (jdoe)". */
export function isUserName(text: string): boolean {
  return /^(?:unknown|former|deleted|deactivated) user \([^()]{1,40}\)$/i.test(text);
}

/** Takes a list apart. What is no name is given back in `rest`, remarks in parentheses in `notes`. */
export function splitNames(
  text: string,
  single = true,
): { names: string[]; notes: string[]; rest: string[] } {
  const notes: string[] = [];
  const bare = text.replace(/(\buser\s)?\(([^()]*)\)/gi, (all, user: string | undefined, note: string) => {
    if (user !== undefined) return all;
    notes.push(oneLine(note));
    return ' ';
  });
  const pieces = bare.split(SEPARATORS).map((piece) => oneLine(piece.replace(/^@/, '').replace(/[.:]$/, '')));
  const named = pieces.filter((piece) => piece !== '');
  return {
    names: named.filter((piece) => looksLikeName(piece, single)),
    rest: named.filter((piece) => !looksLikeName(piece, single)),
    notes: notes.filter((note) => note !== ''),
  };
}

/** The names of a cell: each link to a person is one, the words between are taken apart. */
export function namesOf(nodes: readonly HtmlNode[]): { names: string[]; notes: string[]; rest: string[] } {
  const found = { names: [] as string[], notes: [] as string[], rest: [] as string[] };
  let run = '';
  const flush = (): void => {
    const { names, notes, rest } = splitNames(run);
    found.names.push(...names);
    found.notes.push(...notes);
    found.rest.push(...rest);
    run = '';
  };
  const visit = (node: HtmlNode): void => {
    if (node.type === 'text') run += node.text;
    else if (node.tag === 'br') run += '\n';
    else if (isPersonLink(node)) {
      flush();
      found.names.push(linkName(node));
    } else {
      if (isBlock(node)) run += '\n';
      node.children.forEach(visit);
      if (isBlock(node)) run += '\n';
    }
  };
  nodes.forEach(visit);
  flush();
  return { ...found, names: found.names.filter((name, i) => found.names.indexOf(name) === i) };
}

/** True when nothing but people is mentioned. */
export function areNames(nodes: readonly HtmlNode[]): boolean {
  const { names, rest } = namesOf(nodes);
  return names.length > 0 && rest.length === 0;
}

/** Attributes by which a wiki marks a link or word as a person. */
export function isPersonMark(attrs: HtmlElement['attrs']): boolean {
  return 'data-mention-id' in attrs || /\buser-?(?:link|mention)\b/i.test(attrs.class ?? '');
}

function isPersonLink(element: HtmlElement): boolean {
  if (isBlank(element.children) || contains(element, isBlock)) return false;
  return isPersonMark(element.attrs) || (isElement(element, 'a') && looksLikeName(linkName(element)));
}

function linkName(element: HtmlElement): string {
  return textOf(element.children).replace(/^@/, '');
}

/** The most similar of `known`, if it is one slip, one initial or one missing part away from `name`. */
export function lookAlike(name: string, known: readonly string[]): string | null {
  const fold = (text: string): string =>
    nameKey(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
  const own = fold(name);
  const close = known.filter((other) => slips(own, fold(other)) <= (own.length > 12 ? 2 : 1));
  if (close.length === 1) return close[0] ?? null;
  const partly = known.filter((other) => isShortFor(own, fold(other)) || isShortFor(fold(other), own));
  return close.length === 0 && partly.length === 1 ? (partly[0] ?? null) : null;
}

/** "w. ferro", "b.o." or "wanda" for "wanda ferro". */
function isShortFor(short: string, full: string): boolean {
  const parts = short.split(/[\s.]+/).filter((part) => part !== '');
  const words = full.split(/\s+/);
  if (words.length < 2 || parts.length === 0 || parts.length > words.length) return false;
  if (parts.length === 1) return parts[0] === words[0] || parts[0] === words.at(-1);
  const picked = parts.length === words.length ? words : [words[0] ?? '', ...words.slice(1 - parts.length)];
  return parts.every((part, i) => part === picked[i] || (part.length === 1 && picked[i]?.startsWith(part)));
}

/** Edits (insert, delete, replace, swap of neighbours) between two names; any number over 2 is 3. */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 3, 3);
}
