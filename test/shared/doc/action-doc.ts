import type { ActionId, PersonId } from '../../../shared/domain/ids.ts';
import type { RichDoc } from '../../../shared/domain/rich-text.ts';

export const withAction: RichDoc = {
  type: 'doc',
  content: [
    {
      type: 'actionItem',
      attrs: {
        id: 'action' as ActionId,
        assignees: ['anna' as PersonId],
        helpers: [],
        due: null,
        status: 'open',
        deferredTo: null,
        carriedFrom: 'March',
      },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Book the room' }] }],
    },
  ],
};
