// The kinds of attribute that nodes of a rich text have: how to check one and what stands in for it.

import { safeHref } from './safe-href.ts';

export interface RichAttr {
  /** Stands in where the attribute is missing or unreadable; it never claims something nobody wrote. */
  readonly fallback: null | string | number | readonly string[];
  readonly check: (value: unknown) => boolean;
}

const STATUSES: readonly unknown[] = ['open', 'in-progress', 'done', 'deferred', 'cancelled'];
const MAX_REFERENCES = 500;

const isId = (value: unknown): boolean => typeof value === 'string' && /^[A-Za-z0-9_-]{1,128}$/.test(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 10_000;
const orNull =
  (check: RichAttr['check']): RichAttr['check'] =>
  (value) =>
    value === null || check(value);

export function isCalendarDate(value: unknown): boolean {
  const match = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year > 0 && day >= 1 && day <= days;
}

/** '' is an element that has no id yet; registers and commands pass over it. */
export const ID: RichAttr = { fallback: '', check: (value) => value === '' || isId(value) };
export const REFERENCE: RichAttr = { fallback: null, check: orNull(isId) };
export const DATE: RichAttr = { fallback: null, check: orNull(isCalendarDate) };
export const NOTE: RichAttr = { fallback: null, check: orNull(isText) };
export const PEOPLE: RichAttr = {
  fallback: [],
  check: (value) => Array.isArray(value) && value.length <= MAX_REFERENCES && value.every(isId),
};

export const LEVEL: RichAttr = { fallback: 1, check: (value) => value === 1 || value === 2 || value === 3 };
export const LIST_START: RichAttr = {
  fallback: 1,
  check: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1e9,
};
export const STATUS: RichAttr = { fallback: 'open', check: (value) => STATUSES.includes(value) };
export const HREF: RichAttr = {
  fallback: '',
  check: (value) => typeof value === 'string' && safeHref(value) !== null,
};
