// The ground under selected text, painted by the browser (CSS Custom Highlights): nothing in the text is wrapped or split,
// so neither a composition nor the spelling checker nor one's own caret notices. Where a browser has no highlights, the
// caret alone is shown.

import type { PeerColour } from '../../../shared/domain/peer-colour.ts';

/** Paints one person's selection and keeps it until the next call; `null` takes it away. */
export type Tint = (colour: PeerColour, range: Range | null) => void;

export function createTint(): Tint {
  let painted: { readonly highlight: Highlight; readonly range: Range } | null = null;
  return (colour, range) => {
    painted?.highlight.delete(painted.range);
    painted = null;
    if (!range || typeof Highlight === 'undefined') return;
    const name = `peer-${colour}`;
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, highlight);
    highlight.add(range);
    painted = { highlight, range };
  };
}
