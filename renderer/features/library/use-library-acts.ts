// What a person can do in the library, each ending in an open meeting or an undo. Shared by Home, keys and menus.

import { useMemo } from 'react';
import { createMeeting } from '../../../shared/doc/commands/meeting.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { OpenedFile } from '../../../shared/ipc/contract.ts';
import { useServices } from '../../session/services.tsx';
import { useToasts } from '../../ui/toast.tsx';

export interface LibraryActs {
  readonly newMeeting: () => void;
  readonly importFile: () => void;
  readonly join: () => void;
  readonly openSample: () => void;
  readonly duplicate: (id: MeetingId) => void;
  readonly remove: (id: MeetingId, title: string) => void;
}

export interface LibraryActsDeps {
  /** Opens the plan of a meeting that has just been made. */
  readonly onMade: (id: MeetingId) => void;
  readonly onImport: (source: OpenedFile) => void;
  readonly onJoin: () => void;
}

export function useLibraryActs({ onMade, onImport, onJoin }: LibraryActsDeps): LibraryActs {
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
    return {
      newMeeting: told(async () => {
        const fields = { title: '', timeZone: ownZone, createdAt: now() };
        onMade(await library.create((doc) => createMeeting(doc, fields)));
      }, 'The meeting could not be made.'),
      importFile: told(async () => {
        const file = await host.openFile();
        if (file) onImport(file);
      }, 'The file could not be read.'),
      join: onJoin,
      openSample: told(async () => {
        const { createSample } = await import('./create-sample.ts');
        onMade(await createSample(services));
      }, 'The sample meeting could not be made.'),
      duplicate: (id) =>
        told(async () => onMade(await library.duplicate(id)), 'The meeting could not be copied.')(),
      remove: (id, title) =>
        told(async () => {
          await library.remove(id);
          const undo = told(() => library.restore(id), 'The meeting could not be brought back.');
          show({ text: `Deleted ${title || 'Untitled meeting'}`, undo });
        }, 'The meeting could not be deleted.')(),
    };
  }, [services, show, onMade, onImport, onJoin]);
}
