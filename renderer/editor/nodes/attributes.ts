// How attributes of our own nodes travel through the clipboard: as data attributes, read back with care, because what is
// pasted may come from anywhere.

import type { Attribute } from '@tiptap/core';
import type { ActionStatus } from '../../../shared/domain/rich-text.ts';

const STATUSES: readonly string[] = [
  'open',
  'in-progress',
  'done',
  'deferred',
  'cancelled',
] satisfies ActionStatus[];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

type Spec = Pick<Attribute, 'default' | 'parseHTML' | 'renderHTML'>;

export function textAttribute(name: string, fallback: string | null): Spec {
  return {
    default: fallback,
    parseHTML: (element) => element.getAttribute(`data-${name}`) || fallback,
    renderHTML: (attrs) => rendered(name, attrs[camel(name)]),
  };
}

export function dateAttribute(name: string): Spec {
  return {
    ...textAttribute(name, null),
    parseHTML: (element) => {
      const text = element.getAttribute(`data-${name}`);
      return text && DATE.test(text) ? text : null;
    },
  };
}

export function statusAttribute(): Spec {
  return {
    ...textAttribute('status', 'open'),
    parseHTML: (element) => {
      const text = element.getAttribute('data-status');
      return text && STATUSES.includes(text) ? text : 'open';
    },
  };
}

/** A list of ids. Ids have no spaces. */
export function idsAttribute(name: string): Spec {
  return {
    default: [],
    parseHTML: (element) => (element.getAttribute(`data-${name}`) ?? '').split(' ').filter(Boolean),
    renderHTML: (attrs) => {
      const ids: unknown = attrs[name];
      return rendered(name, Array.isArray(ids) ? ids.join(' ') : null);
    },
  };
}

function rendered(name: string, value: unknown): Record<string, string> {
  return typeof value === 'string' && value !== '' ? { [`data-${name}`]: value } : {};
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
