// What a session needs around it: a page without a screen, a host that writes down what it is told, a real library.

import { onTestFinished, vi } from 'vitest';
import type { Host } from '../../../renderer/platform/host.ts';
import { type OpenMeeting, openMeeting } from '../../../renderer/session/open-meeting.ts';
import { type Library, openLibrary } from '../../../renderer/storage/library.ts';
import { LibraryDb } from '../../../renderer/storage/library-db.ts';
import { createMeeting } from '../../../shared/doc/commands/meeting.ts';
import type { MeetingId, NewId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { newPlace, testClock } from '../storage/test-db.ts';

let ids = 0;
export const newId: NewId = () => {
  ids += 1;
  return `id-${ids}`;
};

/** Stands for the page; `hide` is what a browser does when its window is put away. */
export function testPage(): { readonly hide: () => void } {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', page);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return {
    hide: () => {
      page.visibilityState = 'hidden';
      page.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

export const ME = { name: 'Mara Okafor', user: 'mara', device: 'mara-desk' };

export interface TestHost extends Host {
  /** What `setUnsaved` was told, in order. */
  readonly told: boolean[];
  /** What the window does before it closes; true when it may. */
  readonly closing: () => Promise<boolean>;
  /** The computer woke up. */
  readonly resume: () => void;
}

export function testHost(): TestHost {
  const told: boolean[] = [];
  const stores = new Set<() => Promise<boolean>>();
  const resumed = new Set<() => void>();
  const unused = () => {
    throw new Error('Not part of a session');
  };
  return {
    kind: 'browser',
    told,
    closing: async () => (await Promise.all([...stores].map((store) => store()))).every(Boolean),
    setUnsaved: (unsaved) => told.push(unsaved),
    onClosing: (store) => {
      stores.add(store);
      return () => stores.delete(store);
    },
    openFile: unused,
    saveFile: unused,
    exportPdf: unused,
    openExternal: unused,
    onCommand: unused,
    onFileArrived: unused,
    keepAwake: unused,
    onResumed: (listener) => {
      resumed.add(listener);
      return () => resumed.delete(listener);
    },
    resume: () => {
      for (const listener of resumed) listener();
    },
    allowRelays: async () => {},
    lan: null,
  };
}

export interface TestSession {
  readonly library: Library;
  readonly db: LibraryDb;
  readonly host: TestHost;
  readonly now: () => Instant;
  readonly id: MeetingId;
  /** Opens the meeting once more, as another window of this computer does. */
  open(): Promise<OpenMeeting>;
}

export async function startTestSession(): Promise<TestSession> {
  const [place, { now }, host] = [newPlace(), testClock(), testHost()];
  const library = await openLibrary({ ...place, newId, now });
  const db = new LibraryDb(place);
  onTestFinished(() => {
    library.close();
    db.close();
  });
  const id = await library.create((doc) => {
    createMeeting(doc, { title: 'Planning', timeZone: null, createdAt: now() });
  });
  const open = async () => {
    const opened = await openMeeting({ library, host, now, newId, me: ME }, id);
    if (!opened.ok) throw new Error(opened.error.message);
    onTestFinished(() => opened.value.dispose());
    return opened.value;
  };
  return { library, db, host, now, id, open };
}
