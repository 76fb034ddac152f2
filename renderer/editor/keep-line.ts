// Nothing moves under the cursor because of somebody else: while one writes, the line of the caret stays where it is on
// screen when others write above it, when something above the text grows, and when a strip pushes the whole view down.

import { Extension } from '@tiptap/core';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { isForeign } from './carets/caret-positions.ts';
import { scrollerOf } from './scroller.ts';

export const KeepLine = Extension.create({
  name: 'keepLine',
  addProseMirrorPlugins: () => [keepLine()],
});

function keepLine(): Plugin {
  let keeper: Keeper | null = null;
  const settle = () => {
    keeper?.settle();
    return false;
  };
  return new Plugin({
    // Asked before a change is applied: the last moment to see where the line is.
    filterTransaction: (tr) => {
      if (tr.docChanged && comesFromOthers(tr)) keeper?.note();
      return true;
    },
    props: {
      // The binding scrolls to the caret after each change from outside.
      handleScrollToSelection: (view) => isForeign(view.state),
      // What one does oneself may move the line; so what others moved is put right before.
      handleDOMEvents: { keydown: settle, beforeinput: settle, compositionstart: settle, mousedown: settle },
    },
    view: (view) => {
      const made = createKeeper(view);
      keeper = made;
      return {
        destroy: () => {
          made.dispose();
          keeper = null;
        },
      };
    },
  });
}

function comesFromOthers(tr: Transaction): boolean {
  const change: { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean } | undefined =
    tr.getMeta(ySyncPluginKey);
  return change?.isChangeOrigin === true && change.isUndoRedoOperation !== true;
}

interface Keeper {
  /** Others are about to change the text. */
  note(): void;
  settle(): void;
  dispose(): void;
}

function createKeeper(view: EditorView): Keeper {
  let scroller: HTMLElement | null = null;
  /** Top of the caret's line before the change, in the scrolled content; `null` with nothing to put right. */
  let before: number | null = null;
  let frame = 0;
  /** As last seen while the text had the focus. */
  let frameTop = 0;
  let textTop = 0;
  /** Where the content was scrolled to, by hand or by this. */
  let scrolled = 0;

  const lineTop = (inside: HTMLElement) =>
    contentTop(inside, view.coordsAtPos(view.state.selection.head, -1).top);
  const look = () => {
    if (!scroller) return;
    frameTop = scroller.getBoundingClientRect().top;
    textTop = contentTop(scroller, view.dom.getBoundingClientRect().top);
  };
  const settle = () => {
    cancelAnimationFrame(frame);
    if (before === null || !scroller || view.isDestroyed) return;
    const moved = lineTop(scroller) - before;
    before = null;
    move(scroller, moved);
  };
  const move = (inside: HTMLElement, by: number) => {
    if (Math.abs(by) >= 1) scrollTo(inside, Math.max(0, scrolled + by));
    see();
  };
  const see = () => {
    scrolled = scroller?.scrollTop ?? 0;
  };
  const onScroll = () => {
    if (!scroller) return;
    // Content that shrinks pulls the scroll back to its new end. By hand one gets to the end only on the way down.
    const atEnd = scroller.scrollTop >= scroller.scrollHeight - scroller.clientHeight - 1;
    if (!atEnd || scroller.scrollTop > scrolled) see();
  };
  // A strip moves the frame, and what grows above the text moves the text within it.
  const resized = new ResizeObserver(() => {
    if (!scroller || view.isDestroyed) return;
    const [oldFrame, oldText] = [frameTop, textTop];
    look();
    move(scroller, frameTop - oldFrame + textTop - oldText);
  });
  const follow = () => {
    scroller = scrollerOf(view.dom);
    if (!scroller) return;
    look();
    see();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    resized.observe(scroller);
    for (const child of scroller.children) resized.observe(child);
  };
  const leave = () => {
    settle();
    before = null;
    resized.disconnect();
    scroller?.removeEventListener('scroll', onScroll);
    scroller = null;
  };
  const onBlur = () => {
    // A window that goes to the background keeps its caret, and its line.
    if (!view.hasFocus()) leave();
  };
  view.dom.addEventListener('focus', follow);
  view.dom.addEventListener('blur', onBlur);
  return {
    note: () => {
      if (!scroller || before !== null) return;
      before = lineTop(scroller);
      frame = requestAnimationFrame(settle);
    },
    settle,
    dispose: () => {
      view.dom.removeEventListener('focus', follow);
      view.dom.removeEventListener('blur', onBlur);
      const added = scroller ?? scrollerOf(view.dom);
      leave();
      if (added) added.style.paddingBottom = '';
    },
  };
}

/** Scrolling in between changes nothing about a place in the content. */
function contentTop(scroller: HTMLElement, top: number): number {
  return top - scroller.getBoundingClientRect().top + scroller.scrollTop;
}

/** Where the content ends too soon to be scrolled that far, room is added below it, and taken away on the way back. */
function scrollTo(scroller: HTMLElement, to: number): void {
  const last = scroller.lastElementChild;
  const content = last ? contentTop(scroller, last.getBoundingClientRect().bottom) : 0;
  const room = to === 0 ? 0 : Math.max(0, to + scroller.clientHeight - content);
  scroller.style.paddingBottom = room > 0 ? `${room}px` : '';
  scroller.scrollTop = to;
}
