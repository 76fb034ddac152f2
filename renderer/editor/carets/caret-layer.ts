// Other people's carets, drawn over the text and beside it, never in it: the editor's own elements stay as they are, so
// typing, composing and the browser's caret cannot be disturbed by who else is there. Measured and drawn once a frame, and
// only after carets, text or its width changed.

import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { scrollerOf } from '../scroller.ts';
import { type CaretBox, type CaretMark, createCaretMark } from './caret-mark.ts';
import { findPlace } from './caret-positions.ts';
import type { CaretSource, PeerCaret } from './caret-source.ts';
import styles from './carets.module.css';
import { placeInMargin } from './margin.ts';

/** How near the pointer has to come to a caret to have its name, pixels. */
const NEAR = 7;
/** On both sides of the avatars, pixels; the left one stands in carets.module.css. */
const GAP = 12 + 4;

export function caretLayer(source: CaretSource): Plugin {
  return new Plugin({
    view: (view) => {
      const layer = createLayer(view, source);
      return {
        update: (_, before) => {
          if (view.state.doc !== before.doc) layer.soon();
        },
        destroy: layer.dispose,
      };
    },
  });
}

interface Placed {
  readonly caret: PeerCaret;
  readonly box: CaretBox;
  readonly selected: Range | null;
}

function createLayer(view: EditorView, source: CaretSource) {
  const layer = document.createElement('div');
  layer.className = styles.layer ?? '';
  layer.setAttribute('aria-hidden', 'true');
  const marks = new Map<string, { readonly look: string; readonly mark: CaretMark }>();
  let frame = 0;
  /** Who was wanted and found the last time. */
  let shown: string | null = null;

  const draw = () => {
    frame = 0;
    if (view.isDestroyed || !layer.isConnected) return;
    const placed = measure(view, source.get(), layer);
    const here = new Set(placed.map(({ caret }) => caret.user));
    for (const [user, { mark }] of marks) if (!here.has(user)) forget(user, mark);
    const room = placed.length > 0 ? marginOf(view, layer) : 0;
    const margins = placeInMargin(
      placed.map(({ box }) => box.top),
      room,
    );
    layer.style.setProperty('--room', `${room}px`);
    for (const [index, { caret, box, selected }] of placed.entries()) {
      markOf(caret).place(box, margins[index] ?? null, room, selected);
    }
    showWanted();
  };
  const soon = () => {
    frame ||= requestAnimationFrame(draw);
  };
  const forget = (user: string, mark: CaretMark) => {
    mark.remove();
    marks.delete(user);
  };
  const markOf = (caret: PeerCaret): CaretMark => {
    const look = `${caret.name} ${caret.colour} ${caret.ringed}`;
    const known = marks.get(caret.user);
    if (known?.look === look) return known.mark;
    known?.mark.remove();
    const mark = createCaretMark(layer, caret);
    marks.set(caret.user, { look, mark });
    mark.name();
    return mark;
  };
  const showWanted = () => {
    const user = source.wanted();
    const found = user === null ? undefined : marks.get(user);
    if (user !== shown) found?.mark.name();
    shown = found ? user : null;
    if (user === null || !found) return;
    found.mark.line.scrollIntoView({ block: 'nearest' });
    source.onShown(user);
  };
  const point = (event: PointerEvent) => {
    if (marks.size === 0) return;
    const { left, top } = layer.getBoundingClientRect();
    for (const { mark } of marks.values()) {
      mark.point(mark.box !== null && isNear(mark.box, event.clientX - left, event.clientY - top));
    }
  };

  // Beside the editor's own element, which is put into the page after the plugins are made.
  queueMicrotask(() => {
    if (view.isDestroyed) return;
    view.dom.parentElement?.append(layer);
    soon();
  });
  view.dom.addEventListener('pointermove', point, { passive: true });
  const resized = new ResizeObserver(soon);
  resized.observe(view.dom);
  const off = source.subscribe(soon);
  return {
    soon,
    dispose: () => {
      off();
      cancelAnimationFrame(frame);
      resized.disconnect();
      view.dom.removeEventListener('pointermove', point);
      for (const [user, { mark }] of marks) forget(user, mark);
      layer.remove();
    },
  };
}

/** All is read before anything is written, so that the page is laid out once. */
function measure(view: EditorView, carets: readonly PeerCaret[], layer: HTMLElement): readonly Placed[] {
  if (carets.length === 0) return [];
  const origin = layer.getBoundingClientRect();
  return carets.flatMap((caret) => {
    const head = findPlace(view.state, caret.head);
    if (head === null) return [];
    const { left, top, bottom } = view.coordsAtPos(head, -1);
    const box = { left: left - origin.left, top: top - origin.top, height: bottom - top };
    return [{ caret, box, selected: selectedBy(view, caret, head) }];
  });
}

function selectedBy(view: EditorView, caret: PeerCaret, head: number): Range | null {
  const anchor = caret.anchor === caret.head ? head : findPlace(view.state, caret.anchor);
  if (anchor === null || anchor === head) return null;
  const start = view.domAtPos(Math.min(anchor, head), 1);
  const end = view.domAtPos(Math.max(anchor, head), -1);
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** From the text's right edge to where the page is cut off, without the gap that keeps avatars clear of the text. */
function marginOf(view: EditorView, layer: HTMLElement): number {
  const scroller = scrollerOf(view.dom) ?? document.documentElement;
  const shift = Number.parseFloat(getComputedStyle(layer).getPropertyValue('--margin-shift')) || 0;
  const edge = scroller.getBoundingClientRect().left + scroller.clientLeft + scroller.clientWidth;
  return edge - layer.getBoundingClientRect().right - shift - GAP;
}

function isNear(box: CaretBox, x: number, y: number): boolean {
  return Math.abs(x - box.left) < NEAR && y > box.top - NEAR && y < box.top + box.height;
}
