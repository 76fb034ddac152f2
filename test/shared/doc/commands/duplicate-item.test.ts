import { describe, expect, test } from 'vitest';
import { duplicateItem } from '../../../../shared/doc/commands/duplicate-item.ts';
import * as items from '../../../../shared/doc/commands/items.ts';
import { entityOf } from '../../../../shared/doc/schema.ts';
import { itemText, writeRichText } from '../../../../shared/doc/texts.ts';
import type { TimeOfDay } from '../../../../shared/domain/time.ts';
import { withAction } from '../action-doc.ts';
import { createScene, itemOf, newId, outline, present } from '../peers.ts';

describe('duplicating', () => {
  test('D42: copies the plan after the item, and not what came of it', () => {
    const { doc, item } = createScene();
    const id = item({
      title: 'A',
      start: 540 as TimeOfDay,
      duration: '30',
      tickets: ['T'],
      cancelled: 'late',
    });
    item({ title: 'B' });
    present(entityOf(doc, 'items', id)).set('future', 1);
    writeRichText(present(itemText(doc, id, 'prep')), withAction);
    writeRichText(present(itemText(doc, id, 'minutes')), withAction);
    const copy = present(duplicateItem(doc, newId, id));
    expect(outline(doc)).toEqual(['Morning: A, A, B']);
    expect(itemOf(doc, copy)).toMatchObject({ start: null, duration: '30', tickets: ['T'], cancelled: null });
    expect(String(itemText(doc, copy, 'prep'))).toContain('Book the room');
    expect(String(itemText(doc, copy, 'prep'))).not.toContain('id="action"');
    expect(String(itemText(doc, copy, 'minutes'))).toBe('<paragraph></paragraph>');
  });

  test('D42: a round with its slots, and a slot within its round', () => {
    const { doc, item } = createScene();
    const round = item({ kind: 'round', title: 'R' });
    const slot = present(items.addSlot(doc, newId, round, { title: 'S' }));
    items.addSlot(doc, newId, round, { title: 'T' });
    duplicateItem(doc, newId, slot);
    expect(outline(doc)).toEqual(['Morning: R (S, S, T)']);
    duplicateItem(doc, newId, round);
    expect(outline(doc)).toEqual(['Morning: R (S, S, T), R (S, S, T)']);
  });
});
