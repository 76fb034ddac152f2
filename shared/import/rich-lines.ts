// Lines of running text to blocks: a line that begins with a tick or label is an action item or a decision of its own, the
// others are one paragraph with breaks.

import type { DecisionId } from '../domain/ids.ts';
import type { RichBlock, RichInline } from '../domain/rich-text.ts';
import { actionNode, type TextContext } from './action-node.ts';
import { inlineText, sliceInline, tidyInline } from './rich-inline.ts';
import { markerOf } from './text-markers.ts';

export function lineBlocks(
  lines: readonly (readonly RichInline[])[],
  at: number,
  context: TextContext,
): RichBlock[] {
  const blocks: RichBlock[] = [];
  let paragraph: RichInline[] = [];
  const flush = (): void => {
    const content = tidyInline(paragraph);
    if (content.length > 0) blocks.push({ type: 'paragraph', content });
    paragraph = [];
  };
  for (const line of lines) {
    const marker = markerOf(inlineText(line));
    if (!marker) {
      if (paragraph.length > 0) paragraph.push({ type: 'hardBreak' });
      paragraph.push(...line);
      continue;
    }
    flush();
    const words = sliceInline(line, marker.length);
    context.report.read(at, marker.label, marker.kind);
    if (marker.kind === 'action') blocks.push(actionNode(words, marker.done, [], at, context));
    else {
      const attrs = { id: context.newId() as DecisionId, replaces: null };
      blocks.push({ type: 'decision', attrs, ...(words.length > 0 && { content: words }) });
    }
  }
  flush();
  return blocks;
}
