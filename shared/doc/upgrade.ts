// The version of a document's layout, and the way to a newer one. A step may only set fields to values that follow from
// the document alone: two peers who upgrade at once then write the same, and nothing gets in twice. It must not add to
// lists or make sets, texts or entities.

import type * as Y from 'yjs';
import { UPGRADE } from './origins.ts';
import { ENTITY_ROOTS, metaOf, rootOf, runOf, SCHEMA_VERSION } from './schema.ts';

/** `broken` holds something, but no version of a meeting. */
export type VersionState = 'current' | 'older' | 'newer' | 'empty' | 'broken';

export interface UpgradeStep {
  /** The version this step makes of the one before. */
  readonly to: number;
  readonly run: (doc: Y.Doc) => void;
}

/** More versions there will not be: a higher number is nonsense, and can be repaired. */
const LAST_VERSION = 9_999;

/** In order, one for each version after the first. */
export const UPGRADES: readonly UpgradeStep[] = [];

export function checkVersion(doc: Y.Doc, current: number = SCHEMA_VERSION): VersionState {
  const version = versionOf(doc);
  if (version === null) return isEmpty(doc) ? 'empty' : 'broken';
  if (version === current) return 'current';
  return version < current ? 'older' : 'newer';
}

/** Brings an older document up to date, in one transaction; leaves every other alone. Whether it did anything. */
export function upgrade(doc: Y.Doc, steps: readonly UpgradeStep[] = UPGRADES): boolean {
  const version = versionOf(doc);
  const due = version === null ? [] : steps.filter(({ to }) => to > version);
  const target = due.at(-1)?.to;
  if (target === undefined) return false;
  doc.transact(() => {
    for (const { run } of due) run(doc);
    metaOf(doc).set('schema', target);
  }, UPGRADE);
  return true;
}

function versionOf(doc: Y.Doc): number | null {
  const version = metaOf(doc).get('schema');
  const isVersion = typeof version === 'number' && Number.isInteger(version) && version > 0;
  return isVersion && version <= LAST_VERSION ? version : null;
}

function isEmpty(doc: Y.Doc): boolean {
  const roots = ENTITY_ROOTS.map((root) => rootOf(doc, root).size);
  return metaOf(doc).size === 0 && runOf(doc).length === 0 && roots.every((size) => size === 0);
}
