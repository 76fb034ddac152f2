// Tells where one's own caret is, when that is news, and that one types. Sends nothing itself.

import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isForeign, readEnds } from './caret-positions.ts';
import type { CaretEnds, CaretSource } from './caret-source.ts';

/** Whoever presses a button of the toolbar is back within this time, milliseconds. */
const LEFT_AFTER = 1000;
const TYPING_EVERY = 1000;

export function ownCaret(source: CaretSource): Plugin {
  return new Plugin({
    view: (view) => {
      const teller = createTeller(view, source);
      view.dom.addEventListener('focus', teller.soon);
      view.dom.addEventListener('blur', teller.later);
      return {
        update: (_, before) => {
          const { doc, selection } = view.state;
          const written = doc !== before.doc;
          if (written && !isForeign(view.state)) teller.typed();
          // What others write may move the caret against its neighbours, too.
          if (view.hasFocus() && (written || !selection.eq(before.selection))) teller.soon();
        },
        destroy: () => {
          view.dom.removeEventListener('focus', teller.soon);
          view.dom.removeEventListener('blur', teller.later);
          teller.dispose();
        },
      };
    },
  });
}

function createTeller(view: EditorView, source: CaretSource) {
  let told: CaretEnds | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typedAt = Number.NEGATIVE_INFINITY;

  const tell = () => {
    timer = undefined;
    // A window in the background keeps its caret: that is where its person goes on.
    const ends = view.hasFocus() ? readEnds(view.state) : null;
    if (sameEnds(ends, told)) return;
    told = ends;
    source.onCaret(ends);
  };
  const plan = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(tell, wait);
  };
  return {
    soon: () => plan(0),
    later: () => plan(LEFT_AFTER),
    typed: () => {
      const now = performance.now();
      if (now - typedAt < TYPING_EVERY) return;
      typedAt = now;
      source.onTyping();
    },
    dispose: () => {
      clearTimeout(timer);
      if (told) source.onCaret(null);
    },
  };
}

function sameEnds(one: CaretEnds | null, other: CaretEnds | null): boolean {
  if (one === null || other === null) return one === other;
  return sameBytes(one.head, other.head) && sameBytes(one.anchor, other.anchor);
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one === other || (one.length === other.length && one.every((byte, index) => byte === other[index]));
}
