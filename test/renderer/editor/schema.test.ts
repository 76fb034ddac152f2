import { getSchema } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { schemaExtensions } from '../../../renderer/editor/schema.ts';
import { RICH_MARKS, RICH_NODES, type RichNodeRule } from '../../../shared/domain/rich-text-check.ts';

const schema = getSchema([...schemaExtensions({ actions: null, openLink: () => {} })]);

describe('the editor knows exactly the schema of the document', () => {
  test('the same nodes, and no others', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(RICH_NODES).sort());
  });

  test.each(Object.entries(RICH_NODES) as [string, RichNodeRule][])(
    '%s: content, group, marks',
    (name, rule) => {
      const type = schema.nodes[name];
      expect(type?.spec.content ?? '').toBe(rule.content);
      expect(type?.spec.group?.split(' ').includes(rule.group) ?? rule.group === '').toBe(true);
      // `null` allows every mark. A node without inline content has nothing to mark.
      const marks = type?.inlineContent ? type.markSet === null : true;
      expect(marks).toBe(rule.marks);
    },
  );

  test.each(Object.entries(RICH_NODES) as [string, RichNodeRule][])(
    '%s: attributes and defaults',
    (name, rule) => {
      const attrs = Object.entries(schema.nodes[name]?.spec.attrs ?? {});
      expect(Object.fromEntries(attrs.map(([key, attr]) => [key, attr.default]))).toEqual(
        Object.fromEntries(Object.entries(rule.attrs).map(([key, attr]) => [key, attr.fallback])),
      );
    },
  );

  test('the same marks in the same order, with the same attributes', () => {
    expect(Object.keys(schema.marks)).toEqual(Object.keys(RICH_MARKS));
    for (const [name, rule] of Object.entries(RICH_MARKS)) {
      const attrs = Object.entries(schema.marks[name]?.spec.attrs ?? {});
      expect(Object.fromEntries(attrs.map(([key, attr]) => [key, attr.default]))).toEqual(
        Object.fromEntries(Object.entries(rule.attrs).map(([key, attr]) => [key, attr.fallback])),
      );
    }
  });

  test('any mark may meet any other', () => {
    for (const one of Object.values(schema.marks))
      for (const other of Object.values(schema.marks)) expect(one.excludes(other)).toBe(one === other);
  });
});
