import { useEffect, useState } from 'react';
import type { ImportProblem } from '../../../shared/import/import-problem.ts';
import type { OpenedFile as OpenedMeeting } from '../../../shared/import/open-file.ts';
import type { OpenedFile } from '../../../shared/ipc/contract.ts';
import { useServices } from '../../session/services.tsx';

export type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'read'; readonly opened: OpenedMeeting }
  | { readonly kind: 'refused'; readonly problem: ImportProblem };

/** Reads what waits to be imported. The importers are loaded only now; they are larger than the rest of the page. */
export function useReading(source: OpenedFile | null): Reading {
  const { newId, now } = useServices();
  const [reading, setReading] = useState<{ readonly of: OpenedFile; readonly is: Reading } | null>(null);
  useEffect(() => {
    if (!source) return;
    let left = false;
    const read = async (): Promise<Reading> => {
      const { openFile } = await import('../../../shared/import/open-file.ts');
      const result = openFile(source.name, source.bytes, { newId, now: now(), timeZone: null });
      return result.ok ? { kind: 'read', opened: result.value } : { kind: 'refused', problem: result.error };
    };
    read().then(
      (is) => {
        if (!left) setReading({ of: source, is });
      },
      (error: unknown) => {
        // A bug in an importer, not a bad file: the error boundary shows it.
        if (!left) {
          setReading(() => {
            throw error;
          });
        }
      },
    );
    return () => {
      left = true;
    };
  }, [source, newId, now]);
  if (!source) return { kind: 'none' };
  return reading?.of === source ? reading.is : { kind: 'busy' };
}
