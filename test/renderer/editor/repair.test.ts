import { getSchema } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { findObstacle } from '../../../renderer/editor/binding-check.ts';
import { repairStructure } from '../../../renderer/editor/repair.ts';
import { schemaExtensions } from '../../../renderer/editor/schema.ts';
import { element, emptyText } from '../../shared/doc/rich-docs.ts';

const schema = getSchema([...schemaExtensions({ actions: null, openLink: () => {} })]);
const words = (text: string) => element('paragraph', {}, new Y.XmlText(text));

describe('mending a text', () => {
  test('D64: gives list items and action items the paragraph they lost, and takes no word', () => {
    const text = emptyText();
    text.insert(0, [
      element(
        'bulletList',
        {},
        element('listItem', {}, element('bulletList', {}, element('listItem', {}, words('kept')))),
      ),
      element('actionItem', { id: 'a' }),
    ]);
    expect(findObstacle(text, schema)).toBe('broken');
    repairStructure(text, schema);
    expect(findObstacle(text, schema)).toBeNull();
    expect(text.toString()).toContain('kept');
    const mended = text.toString();
    repairStructure(text, schema);
    expect(text.toString()).toBe(mended);
  });

  test('D64: takes away lists and quotations that nothing is left in', () => {
    const text = emptyText();
    text.insert(0, [words('kept'), element('bulletList'), element('blockquote')]);
    repairStructure(text, schema);
    expect(text.toString()).toBe('<paragraph>kept</paragraph>');
  });

  test('D62: is not asked for where something is unknown', () => {
    const text = emptyText();
    const poll = element('poll', {}, new Y.XmlText('?'));
    text.insert(0, [element('bulletList', {}, element('listItem', {}, poll)), element('actionItem')]);
    expect(findObstacle(text, schema)).toBe('unknown');
  });
});
