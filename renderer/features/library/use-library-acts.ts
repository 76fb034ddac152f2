// What a person can do in the library, each ending in an open meeting, a question or an undo. Shared by Home, keys and
// menus.

import { useMemo } from 'react';
import { createMeeting } from '../../../shared/doc/commands/meeting.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { OpenedFile } from '../../../shared/ipc/contract.ts';
import { useServices } from '../../session/services.tsx';
import { useToasts } from '../../ui/toast.tsx';
import type { LibraryQuestion, TemplateSource } from './library-question.ts';

export interface LibraryActs {
  readonly newMeeting: () => void;
  /** Asks when it is to be. */
  readonly newFrom: (source: TemplateSource) => void;
  readonly showTemplates: () => void;
  readonly importFile: () => void;
  readonly join: () => void;
  readonly openSample: () => void;
  /** Asks when the copy is to be, and what it takes along. */
  readonly duplicate: (id: MeetingId) => void;
  readonly saveAsTemplate: (id: MeetingId) => void;
  /** A copy of a template as one's own, open to be changed. */
  readonly adaptTemplate: (source: TemplateSource) => void;
  readonly remove: (id: MeetingId, title: string) => void;
}

export interface LibraryActsDeps {
  /** Opens the plan of a meeting that has just been made. */
  readonly onMade: (id: MeetingId) => void;
  readonly onAsk: (question: LibraryQuestion) => void;
  readonly onTemplates: () => void;
  readonly onImport: (source: OpenedFile) => void;
  readonly onJoin: () => void;
}

export function useLibraryActs(deps: LibraryActsDeps): LibraryActs {
  const { onMade, onAsk, onTemplates, onImport, onJoin } = deps;
  const services = useServices();
  const { show } = useToasts();
  return useMemo(() => {
    const { library, host, now, ownZone } = services;
    const told = (act: () => Promise<void>, failed: string) => () => {
      act().catch((error: unknown) => {
        console.error(error);
        show({ text: `${failed} ${error instanceof Error ? error.message : ''}`.trim(), tone: 'warn' });
      });
    };
    const remove = (id: MeetingId, title: string) =>
      told(async () => {
        await library.remove(id);
        const undo = told(() => library.restore(id), 'The meeting could not be brought back.');
        show({ text: `Deleted ${title || 'Untitled meeting'}`, undo });
      }, 'The meeting could not be deleted.')();
    return {
      newMeeting: told(async () => {
        const fields = { title: '', timeZone: ownZone, createdAt: now() };
        onMade(await library.create((doc) => createMeeting(doc, fields)));
      }, 'The meeting could not be made.'),
      newFrom: (source) => onAsk({ kind: 'new-from', source }),
      showTemplates: onTemplates,
      importFile: told(async () => {
        const file = await host.openFile();
        if (file) onImport(file);
      }, 'The file could not be read.'),
      join: onJoin,
      openSample: told(async () => {
        const { createSample } = await import('./create-sample.ts');
        onMade(await createSample(services));
      }, 'The sample meeting could not be made.'),
      duplicate: (id) => onAsk({ kind: 'duplicate', id }),
      saveAsTemplate: (id) =>
        told(async () => {
          const { readSource, saveTemplate } = await import('./make-meetings.ts');
          const source = await readSource(services, { kind: 'own', id });
          const template = await saveTemplate(services, source);
          const undo = told(() => library.remove(template), 'The template could not be taken back.');
          show({ text: `Saved as a template: ${source.title || 'Untitled meeting'}`, undo });
        }, 'The template could not be made.')(),
      adaptTemplate: (from) =>
        told(async () => {
          const { readSource, saveTemplate } = await import('./make-meetings.ts');
          onMade(await saveTemplate(services, await readSource(services, from)));
        }, 'The template could not be copied.')(),
      remove,
    };
  }, [services, show, onMade, onAsk, onTemplates, onImport, onJoin]);
}
