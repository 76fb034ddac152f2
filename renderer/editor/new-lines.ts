// Lines that the binding makes without words get the empty run that their words will stand in, before anybody else can see
// them: why, says shared/doc/entity.ts (emptyLine).

import type { Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { REPAIR } from './repair.ts';

/** To be called with a transaction of the binding, before its observers. Costs nothing when only words changed. */
export function readyNewLines(text: Y.XmlFragment, transaction: Y.Transaction, schema: Schema): void {
  const bare: Y.XmlElement[] = [];
  for (const [changed, keys] of transaction.changed) {
    if (!(changed instanceof Y.XmlFragment) || !keys.has(null)) continue;
    for (const child of changed.toArray()) {
      if (child instanceof Y.XmlElement && isNew(child, transaction)) collectBare(child, schema, bare);
    }
  }
  if (bare.length === 0) return;
  text.doc?.transact(() => {
    for (const line of bare) line.insert(0, [new Y.XmlText()]);
  }, REPAIR);
}

function isNew({ _item: item }: Y.XmlElement, { beforeState }: Y.Transaction): boolean {
  return item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0);
}

function collectBare(element: Y.XmlElement, schema: Schema, bare: Y.XmlElement[]): void {
  if (element.length === 0) {
    if (schema.nodes[element.nodeName]?.isTextblock) bare.push(element);
    return;
  }
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlElement) collectBare(child, schema, bare);
  }
}
