// Two editors on two Y.Docs that are joined in the page: Mara's, which is tested, and Rüya's, the other peer. Mara's is in
// a sheet that scrolls as the Run view's does; `window.pair` reaches both, and lets the test put carets of more people in.
import '../../../../../renderer/ui/tokens.css';
import '../../../../../renderer/ui/base.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';
import type {
  CaretEnds,
  CaretSource,
  PeerCaret,
} from '../../../../../renderer/editor/carets/caret-source.ts';
import { TextEditor } from '../../../../../renderer/editor/text-editor.tsx';
import sheet from '../../../../../renderer/features/run/item-page.module.css';
import run from '../../../../../renderer/features/run/run-view.module.css';
import { peerMarks } from '../../../../../shared/domain/peer-colour.ts';

type Side = 'mara' | 'ruya';
const NAMES = { mara: 'Mara Okafor', ruya: 'Rüya Aydın' } as const;

function createSide(user: Side) {
  const doc = new Y.Doc();
  const sent: (CaretEnds | null)[] = [];
  const others = new Map<string, { readonly name: string } & CaretEnds>();
  const listeners = new Set<() => void>();
  let carets: readonly PeerCaret[] = [];
  const state = { wanted: null as string | null, typed: 0 };
  const changed = () => {
    const people = [...others].map(([other, caret]) => ({ user: other, ...caret }));
    const marks = peerMarks(people);
    carets = people.flatMap((person) => ({
      ...person,
      ...(marks.get(person.user) ?? { colour: 1, ringed: false }),
    }));
    for (const listener of listeners) listener();
  };
  const source: CaretSource = {
    get: () => carets,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wanted: () => state.wanted,
    onShown: () => {
      state.wanted = null;
    },
    onCaret: (ends) => {
      sent.push(ends);
      put(user === 'mara' ? 'ruya' : 'mara', user, NAMES[user], ends);
    },
    onTyping: () => {
      state.typed += 1;
    },
  };
  return { doc, text: doc.getXmlFragment('minutes'), sent, others, source, changed, state };
}

const sides = { mara: createSide('mara'), ruya: createSide('ruya') };

/** Shows `at` the caret of somebody. */
function put(at: Side, user: string, name: string, ends: CaretEnds | null): void {
  if (ends) sides[at].others.set(user, { name, ...ends });
  else sides[at].others.delete(user);
  sides[at].changed();
}

// The net: what one changes arrives at the other at once, or, while it is cut, when it is joined again.
let joined = true;
function exchange(): void {
  for (const [from, to] of [
    [sides.mara.doc, sides.ruya.doc],
    [sides.ruya.doc, sides.mara.doc],
  ] as const) {
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'net');
  }
}
for (const [from, to] of [
  ['mara', 'ruya'],
  ['ruya', 'mara'],
] as const) {
  sides[from].doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (joined && origin !== 'net') Y.applyUpdate(sides[to].doc, update, 'net');
  });
}

function fill(lines: readonly string[]): void {
  const { doc, text } = sides.ruya;
  doc.transact(() => {
    text.delete(0, text.length);
    text.insert(
      0,
      lines.map((words) => {
        const line = new Y.XmlElement('paragraph');
        line.insert(0, words ? [new Y.XmlText(words)] : []);
        return line;
      }),
    );
  });
}

/** The position before a letter of a line, as some peer would send it. */
function position(line: number, index: number): Uint8Array {
  const words = (sides.mara.text.get(line) as Y.XmlElement).get(0) as Y.XmlText;
  return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(words, index, 0));
}

const pair = {
  Y,
  sides,
  put,
  fill,
  position,
  cut: () => {
    joined = false;
  },
  join: () => {
    joined = true;
    exchange();
  },
  show: (_parts: { readonly strip?: boolean; readonly above?: number; readonly other?: boolean }) => {},
};
declare global {
  interface Window {
    pair: typeof pair;
  }
}
window.pair = pair;
fill(['']);

function Page() {
  const [parts, setParts] = useState<{ strip?: boolean; above?: number; other?: boolean }>({});
  pair.show = (next) => setParts((now) => ({ ...now, ...next }));
  const editor = (side: Side) => (
    <TextEditor
      text={sides[side].text}
      label={`Minutes of ${side}`}
      placeholder="Write here"
      people={[]}
      newId={() => crypto.randomUUID()}
      openLink={() => {}}
      carets={sides[side].source}
      heading={<b>Minutes</b>}
    />
  );
  return (
    <div
      style={{
        display: 'grid',
        gridTemplate: 'auto minmax(0, 1fr) / minmax(0, 1fr) 300px',
        height: '100dvh',
      }}
    >
      <div style={{ gridColumn: '1 / -1', height: parts.strip ? 40 : 0, background: 'var(--sunken)' }} />
      <main className={run.page}>
        <article className={sheet.sheet}>
          <h1>Search index trial</h1>
          <div style={{ height: parts.above ?? 0 }} />
          <section className={sheet.minutes}>{editor('mara')}</section>
        </article>
      </main>
      <aside style={{ overflow: 'auto', padding: 16 }}>{parts.other !== false && editor('ruya')}</aside>
    </div>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
