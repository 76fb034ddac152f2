// A page with one editor on one Y.Doc, for tests that play the other peer: `window.peer` reaches the document.
import '../../../../renderer/ui/tokens.css';
import '../../../../renderer/ui/base.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';
import { TextEditor } from '../../../../renderer/editor/text-editor.tsx';
import { BLANK_PERSON } from '../../../../shared/domain/blank-person.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import type { Person } from '../../../../shared/domain/meeting.ts';

const doc = new Y.Doc();
const text = doc.getXmlFragment('minutes');
const other = doc.getXmlFragment('other');
for (const fragment of [text, other]) fragment.insert(0, [new Y.XmlElement('paragraph')]);

const opened: string[] = [];
let count = 0;

declare global {
  interface Window {
    peer: { doc: Y.Doc; text: Y.XmlFragment; Y: typeof Y; opened: string[]; show: (which: Shown) => void };
  }
}
type Shown = 'minutes' | 'other' | 'read-only' | 'nothing';

const person = (id: string, name: string): Person => ({
  id: id as PersonId,
  kind: 'attendee',
  name,
  ...BLANK_PERSON,
});
const people = [person('p1', 'Mara Okafor'), person('p2', 'Jonas Lindqvist')];

function Page() {
  const [shown, setShown] = useState<Shown>('minutes');
  window.peer = { doc, text, Y, opened, show: setShown };
  if (shown === 'nothing') return null;
  return (
    <TextEditor
      text={shown === 'other' ? other : text}
      label="Minutes"
      heading={<b>Minutes</b>}
      placeholder="Write here"
      people={people}
      toolbar
      readOnly={shown === 'read-only'}
      newId={() => `id${++count}`}
      openLink={(url) => opened.push(url)}
    />
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
