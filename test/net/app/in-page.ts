// What the tests ask inside a page of the app: the editor on screen and the document behind it. `installInPage` goes into
// every page before the app does, so it stands on its own.
import type { Editor } from '@tiptap/core';
import type * as Y from 'yjs';

export interface InPage {
  /** The minutes as the editor shows them, a line a block; `null` while no editor is on screen. */
  text(): string | null;
  /** Of the whole document, all texts included; equal documents have equal ones. */
  fingerprint(): string;
  /** Letters, lines and all else that was ever written into the document; nothing of it is waiting for something before it. */
  amount(): number;
  /** What was last copied. */
  readonly copied: string;
  /** Since 1970, when a button of this name was last pressed. */
  pressedAt(name: string): number | null;
  /** Since 1970, when the minutes had them all; `at` is `null` when some were still missing after `within` ms. */
  untilHas(
    words: readonly string[],
    within: number,
  ): Promise<{ readonly at: number | null; readonly missing: readonly string[] }>;
  /** What the status chip has said since the page was opened, with when (since 1970). */
  readonly statuses: readonly { readonly at: number; readonly words: string }[];
  /** Puts the caret at the end of the line that starts with `name`; makes that line when there is none. */
  toLine(name: string): void;
  /** One change of its own per word, each put before a place that `at` chooses (0 to 1 of the text). */
  scatter(words: readonly string[], at: readonly number[]): void;
  /** One change of its own per word, each at the end of the last line. */
  append(words: readonly string[]): void;
  /** Removes the lines that start with `start`; gives how many. */
  removeLines(start: string): number;
  /**
   * Notes when each `mark` shows up in the editor's DOM, of those that come from now on: milliseconds since 1970 with
   * fractions, the same clock for all pages of a machine.
   */
  noteMarks(mark: string): void;
  stopNoting(): void;
  readonly marksSeen: readonly number[];
  /** When each key that wrote something went down here, since `noteMarks`. */
  readonly keysPressed: readonly number[];
}

declare global {
  interface Window {
    readonly inPage: InPage;
  }
}

export function installInPage(): void {
  const now = (): number => performance.timeOrigin + performance.now();

  function field(): (HTMLElement & { editor: Editor }) | null {
    for (const element of document.querySelectorAll('[role=textbox][aria-label^=Minutes]')) {
      if (element instanceof HTMLElement && 'editor' in element)
        return element as HTMLElement & { editor: Editor };
    }
    return null;
  }

  function editorOrThrow(): Editor {
    const found = field()?.editor;
    if (!found) throw new Error('No minutes on screen');
    return found;
  }

  function docOf(editor: Editor): Y.Doc {
    const binding = editor.extensionManager.extensions.find(({ name }) => name === 'collaboration');
    const { doc } = binding?.options.fragment ?? {};
    if (!doc) throw new Error('The editor has no document');
    return doc;
  }

  function sorted(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)]),
    );
  }

  /** FNV-1a in two lanes of 32 bits: quick, and quite enough to tell two documents apart. */
  function hash(text: string): string {
    let a = 0x811c9dc5;
    let b = 0x01234567;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b);
    }
    return `${text.length}-${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}`;
  }

  const marksSeen: number[] = [];
  const keysPressed: number[] = [];
  let watching: MutationObserver | null = null;
  let noted: string | null = null;
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === noted) keysPressed.push(performance.timeOrigin + timeStamp);
    },
    { capture: true },
  );

  const statuses: { at: number; words: string }[] = [];
  const noteStatus = (): void => {
    const words = document.querySelector('[data-connection-chip]')?.getAttribute('aria-label');
    if (words && words !== statuses.at(-1)?.words) statuses.push({ at: now(), words });
  };
  new MutationObserver(noteStatus).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['aria-label'],
  });

  let copied = '';
  const presses = new Map<string, number>();
  addEventListener('copy', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) copied = target.value;
  });
  addEventListener(
    'pointerdown',
    ({ target, timeStamp }) => {
      const name = target instanceof Element && target.closest('button')?.textContent;
      if (name) presses.set(name, performance.timeOrigin + timeStamp);
    },
    { capture: true },
  );

  const inPage: InPage = {
    text: () => {
      const editor = field()?.editor;
      return editor ? editor.state.doc.textBetween(0, editor.state.doc.content.size, '\n', '\n') : null;
    },
    amount: () => {
      const { store } = docOf(editorOrThrow());
      if (store.pendingStructs || store.pendingDs) return 0;
      let amount = 0;
      for (const structs of store.clients.values()) {
        const last = structs.at(-1);
        amount += last ? last.id.clock + last.length : 0;
      }
      return amount;
    },
    get copied() {
      return copied;
    },
    pressedAt: (name) => presses.get(name) ?? null,
    untilHas: async (words, within) => {
      const end = performance.now() + within;
      for (;;) {
        const there = new Set((inPage.text() ?? '').split(/\s+/));
        const missing = words.filter((word) => !there.has(word));
        if (missing.length === 0) return { at: now(), missing };
        if (performance.now() > end) return { at: null, missing };
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    statuses,
    fingerprint: () => {
      const doc = docOf(editorOrThrow());
      const roots = [...doc.share].sort(([a], [b]) => (a < b ? -1 : 1));
      return hash(JSON.stringify(roots.map(([name, root]) => [name, sorted(root.toJSON())])));
    },
    toLine: (name) => {
      const editor = editorOrThrow();
      const findEnd = (): number | null => {
        let end: number | null = null;
        editor.state.doc.descendants((node, pos) => {
          if (node.isTextblock && node.textContent.startsWith(name)) end = pos + 1 + node.content.size;
        });
        return end;
      };
      if (findEnd() === null) {
        const line = { type: 'paragraph', content: [{ type: 'text', text: name }] };
        editor.commands.insertContentAt(editor.state.doc.content.size, line);
      }
      // At once: Tiptap's own focus waits for a frame, and the keys would come before it.
      editor.commands.setTextSelection(findEnd() ?? 1);
      editor.view.focus();
      editor.commands.scrollIntoView();
    },
    scatter: (words, at) => {
      const editor = editorOrThrow();
      const starts: number[] = [];
      editor.state.doc.descendants((node, pos) => {
        if (!node.isText) return;
        // Before a letter that begins a word: nobody's word is torn in two.
        for (const { index } of (node.text ?? '').matchAll(/(?<=^|\s)\S/g)) starts.push(pos + index);
      });
      const places = words.map((word, index) => {
        const place = starts[Math.floor((at[index] ?? 0) * starts.length)];
        return { word, place: place ?? 1 };
      });
      // From the end to the start: what is written moves none of the places that follow.
      for (const { word, place } of places.sort((a, b) => b.place - a.place)) {
        editor.view.dispatch(editor.state.tr.insertText(`${word} `, place));
      }
    },
    append: (words) => {
      const editor = editorOrThrow();
      for (const word of words) {
        // Inside the last block, before its end.
        editor.view.dispatch(editor.state.tr.insertText(`${word} `, editor.state.doc.content.size - 1));
      }
    },
    removeLines: (start) => {
      const editor = editorOrThrow();
      const found: { from: number; to: number }[] = [];
      editor.state.doc.forEach((node, pos) => {
        if (node.textContent.startsWith(start)) found.push({ from: pos, to: pos + node.nodeSize });
      });
      for (const { from, to } of found.reverse()) editor.view.dispatch(editor.state.tr.delete(from, to));
      return found.length;
    },
    noteMarks: (mark) => {
      inPage.stopNoting();
      marksSeen.length = 0;
      keysPressed.length = 0;
      const element = field();
      if (!element) throw new Error('No minutes on screen');
      const count = (): number => (element.textContent ?? '').split(mark).length - 1;
      let seen = count();
      watching = new MutationObserver(() => {
        const at = now();
        for (const here = count(); seen < here; seen += 1) marksSeen.push(at);
      });
      watching.observe(element, { childList: true, characterData: true, subtree: true });
      noted = mark;
    },
    stopNoting: () => {
      watching?.disconnect();
      noted = null;
    },
    marksSeen,
    keysPressed,
  };
  Object.assign(window, { inPage });
}
