// The document as a Meeting: once (readMeeting), or kept up to date (watchMeeting). After a transaction only the
// entities it changed are read again; texts are neither watched nor walked, the editor is their view.

import type * as Y from 'yjs';
import type { Dispose } from '../base/disposer.ts';
import type { Meeting } from '../domain/meeting.ts';
import { arrange } from './arrange.ts';
import { readRun } from './read-run.ts';
import { type Rows, readMeta, readRow, readRows } from './rows.ts';
import { ENTITY_ROOTS, type EntityRoot, metaOf, rootOf, runOf, TEXT_FIELDS } from './schema.ts';
import { share } from './share.ts';

type SharedType = Y.Transaction['changed'] extends Map<infer T, unknown> ? T : never;

/** Everything but the texts. Safe on any document: what cannot be read is left out or reads as its default. */
export function readMeeting(doc: Y.Doc): Meeting {
  return arrange(readRows(doc));
}

/** Calls back once for each transaction that changed the meeting; unchanged parts keep their identity. */
export function watchMeeting(
  doc: Y.Doc,
  onChange: (meeting: Meeting) => void,
): { readonly current: Meeting; readonly dispose: Dispose } {
  const names = new Map<unknown, EntityRoot | 'meta' | 'run'>();
  for (const root of ENTITY_ROOTS) names.set(rootOf(doc, root), root);
  names.set(metaOf(doc), 'meta').set(runOf(doc), 'run');
  const rows = readRows(doc);
  let current = arrange(rows);
  const onTransaction = (transaction: Y.Transaction): void => {
    let changed = false;
    for (const [type, keys] of transaction.changed) {
      const at = locate(type);
      const root = names.get(at.root);
      if (root === undefined) continue;
      const ids = at.id === null ? keys : [at.id];
      changed = refresh(doc, rows, root, ids, at.field) || changed;
    }
    if (!changed) return;
    const next = share(current, arrange(rows));
    if (next === current) return;
    current = next;
    onChange(next);
  };
  doc.on('afterTransaction', onTransaction);
  return {
    get current() {
      return current;
    },
    dispose: () => doc.off('afterTransaction', onTransaction),
  };
}

/** Where in the document a changed type is. Goes up only, which stays cheap in the longest text. */
function locate(type: SharedType): {
  root: SharedType;
  id: string | null;
  field: string | null;
} {
  let [root, id, field]: [SharedType, string | null, string | null] = [type, null, null];
  for (let item = root._item; item; item = root._item) {
    field = id;
    id = item.parentSub;
    root = item.parent as SharedType;
  }
  return { root, id, field };
}

/** Reads changed entities again; whether anything was read. */
function refresh(
  doc: Y.Doc,
  rows: Rows,
  root: EntityRoot | 'meta' | 'run',
  ids: Iterable<string | null>,
  field: string | null,
): boolean {
  if (root === 'meta') rows.meta = readMeta(doc);
  else if (root === 'run') rows.run = readRun(runOf(doc));
  else {
    let changed = false;
    for (const id of ids) if (id !== null) changed = refreshRow(doc, rows, root, id, field) || changed;
    return changed;
  }
  return true;
}

function refreshRow<R extends EntityRoot>(
  doc: Y.Doc,
  rows: Rows,
  root: R,
  id: string,
  field: string | null,
): boolean {
  const known = rows[root] as Map<string, ReturnType<typeof readRow<R>>>;
  // A word written into a removed entity brings it back; into any other it changes nothing here.
  const isText = field !== null && TEXT_FIELDS[root].includes(field);
  if (isText && !known.get(id)?.removed) return false;
  const row = readRow(doc, root, id);
  if (row) known.set(id, row);
  else known.delete(id);
  return true;
}
