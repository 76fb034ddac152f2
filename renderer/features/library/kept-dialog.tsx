// The states of a meeting that were kept when a repair or a newer Quorum put another in their place. Each opens as a
// meeting of its own; the meeting itself stays as it is.

import { useState } from 'react';
import { useStore } from 'zustand';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import { useOpenMeeting } from '../../session/meeting-context.tsx';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Strip } from '../../ui/strip.tsx';
import styles from './kept-dialog.module.css';
import { keptWords } from './kept-words.ts';

export interface KeptDialogProps {
  readonly onCopied: (id: MeetingId) => void;
  readonly onClose: () => void;
}

export function KeptDialog({ onCopied, onClose }: KeptDialogProps) {
  const { library, ownZone } = useServices();
  const kept = useStore(useOpenMeeting().kept, ({ kept }) => kept);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const copy = async (id: number) => {
    setBusy(true);
    setProblem('');
    try {
      onCopied(await library.copyOfKept(id));
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog title="Kept versions" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <p className={styles.lead}>
        What this meeting was before it was repaired, or before a newer Quorum changed it. A copy is a meeting
        of its own, only on this computer.
      </p>
      <ul className={styles.list}>
        {kept.map((version) => {
          const { what, when, why } = keptWords(version, ownZone);
          return (
            <li key={version.id} className={styles.version}>
              <span>
                <b>{what}</b>
                <span>{when}</span>
                <span>{why}</span>
              </span>
              <Button
                size="sm"
                aria-label={`Open as a copy: ${what}, ${when}`}
                isDisabled={busy}
                onPress={() => void copy(version.id)}
              >
                Open as a copy
              </Button>
            </li>
          );
        })}
      </ul>
      {problem && (
        <Strip boxed tone="warn" role="status" className={styles.problem}>
          <strong>The copy could not be made.</strong> {problem}
        </Strip>
      )}
    </Dialog>
  );
}
