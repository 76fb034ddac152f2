import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { editAction } from '../../../../shared/doc/commands/actions.ts';
import { itemText, writeRichText } from '../../../../shared/doc/texts.ts';
import type { ActionId, PersonId } from '../../../../shared/domain/ids.ts';
import { withAction } from '../action-doc.ts';
import { createScene, date, present, updatesOf } from '../peers.ts';

describe('actions', () => {
  test('D51: are edited where they stand, everything else stays', () => {
    const { doc, item } = createScene();
    const id = item();
    writeRichText(present(itemText(doc, id, 'minutes')), withAction);
    const action = (itemText(doc, id, 'minutes') as Y.XmlFragment).get(0) as Y.XmlElement;
    action.setAttribute('colour', 'red');
    const patch = { status: 'done', due: date('2026-04-01'), helpers: ['ben' as PersonId] } as const;
    expect(editAction(doc, id, 'action' as ActionId, patch)).toBe(true);
    expect(action.getAttributes()).toEqual({
      id: 'action',
      assignees: ['anna'],
      helpers: ['ben'],
      due: '2026-04-01',
      status: 'done',
      carriedFrom: 'March',
      colour: 'red',
    });
    expect(updatesOf(doc, () => editAction(doc, id, 'action' as ActionId, patch))).toBe(0);
    editAction(doc, id, 'action' as ActionId, { due: null });
    expect(Object.hasOwn(action.getAttributes(), 'due')).toBe(false);
    expect(String(action)).toContain('Book the room');
  });
});
