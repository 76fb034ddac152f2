// Whether the binding to Yjs can show a text without destroying anything. The binding deletes what the schema refuses, so
// the question is asked before it is let near: before mounting, and on each foreign change before its observer runs.

import type { Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { readRichText } from '../../shared/doc/read-rich-text.ts';

/** `unknown`: of a newer version, or from elsewhere. `broken`: known parts in a place where they may not stand. */
export type Obstacle = 'unknown' | 'broken';

export function findObstacle(text: Y.XmlFragment, schema: Schema): Obstacle | null {
  const { unknown } = readRichText(text);
  // Known nodes where they may not stand are listed as well, as "content of listItem": those may be mended.
  if (unknown.some((name) => !name.startsWith('content of '))) return 'unknown';
  if (unknown.length > 0) return 'broken';
  return text.toArray().every((part) => part instanceof Y.XmlElement && fits(part, schema)) ? null : 'broken';
}

function fits(element: Y.XmlElement, schema: Schema): boolean {
  const type = schema.nodes[element.nodeName];
  if (!type) return false;
  let match: typeof type.contentMatch | null = type.contentMatch;
  for (const part of element.toArray()) {
    const isText = part instanceof Y.XmlText;
    if (isText && part.length === 0) continue;
    const partType = isText ? schema.nodes.text : part instanceof Y.XmlElement && schema.nodes[part.nodeName];
    match = (partType && match?.matchType(partType)) || null;
    if (match === null) return false;
    if (isText ? !isPlain(part, type.markSet?.length === 0) : !fits(part as Y.XmlElement, schema))
      return false;
  }
  return match.validEnd;
}

function isPlain(text: Y.XmlText, withoutMarks: boolean): boolean {
  return text
    .toDelta()
    .every(
      (part: { insert?: unknown; attributes?: object }) =>
        typeof part.insert === 'string' && !(withoutMarks && Object.keys(part.attributes ?? {}).length > 0),
    );
}
