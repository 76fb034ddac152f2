import type * as Y from 'yjs';
import type { ActionId, ItemId } from '../../domain/ids.ts';
import type { ActionItemNode } from '../../domain/rich-text.ts';
import { RICH_NODES } from '../../domain/rich-text-check.ts';
import { command } from '../entity.ts';
import { findEntity } from '../locate.ts';
import { elementsOf, itemText, setAttr } from '../texts.ts';

export type ActionPatch = Partial<
  Pick<ActionItemNode['attrs'], 'assignees' | 'helpers' | 'due' | 'status' | 'deferredTo'>
>;

/** Edits an action item where it stands, in the item's preparation notes or minutes. */
export function editAction(doc: Y.Doc, item: ItemId, action: ActionId, patch: ActionPatch): boolean {
  if (!findEntity(doc, 'items', item)) return false;
  const texts = [itemText(doc, item, 'minutes'), itemText(doc, item, 'prep')];
  const element = texts
    .flatMap((text) => (text ? elementsOf(text, ['actionItem']) : []))
    .find((candidate) => candidate.getAttribute('id') === action);
  if (!element) return false;
  command(doc, () => {
    for (const [name, value] of Object.entries(patch)) {
      if (value !== undefined && !isEqual(attrOf(element, name), value)) setAttr(element, name, value);
    }
  });
  return true;
}

function attrOf(element: Y.XmlElement, name: string): unknown {
  const attrs: Readonly<Record<string, unknown>> = element.getAttributes();
  return attrs[name] ?? RICH_NODES.actionItem.attrs[name as keyof ActionPatch].fallback;
}

/** Attributes are JSON values: strings, null, lists of ids. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
