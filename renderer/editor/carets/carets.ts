import { Extension } from '@tiptap/core';
import { caretLayer } from './caret-layer.ts';
import type { CaretSource } from './caret-source.ts';
import { ownCaret } from './own-caret.ts';

/** Shows other people's carets in the text and tells of one's own. */
export const Carets = Extension.create<{ readonly source: CaretSource | null }>({
  name: 'carets',
  addOptions: () => ({ source: null }),
  addProseMirrorPlugins() {
    const { source } = this.options;
    return source ? [caretLayer(source), ownCaret(source)] : [];
  },
});
