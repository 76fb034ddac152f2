// Two acts that change with whom one works. They ask, because undo would not bring the others back.

import { type ReactNode, useState } from 'react';
import { useSync, useSyncStatus } from '../../session/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToasts } from '../../ui/toast.tsx';
import styles from './share-dialog.module.css';
import { changes } from './sync-words.ts';

function Question(props: {
  readonly title: string;
  readonly act: string;
  readonly run: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const run = async () => {
    setBusy(true);
    setProblem('');
    try {
      await props.run();
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog
      title={props.title}
      role="alertdialog"
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      size="sm"
      footer={
        <>
          <Button onPress={props.onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={busy} onPress={() => void run()}>
            {props.act}
          </Button>
        </>
      }
    >
      <div className={styles.question}>
        {props.children}
        {problem && (
          <p className={styles.wrong} role="status">
            That did not work: {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}

export function NewInviteQuestion({ onClose }: { readonly onClose: () => void }) {
  const sync = useSync();
  const { show } = useToasts();
  return (
    <Question
      title="Move to a new invite?"
      act="Make a new invite"
      onClose={onClose}
      run={async () => {
        await sync.newInvite();
        show({ text: 'New invite made. Send it to everybody who is to go on.', tone: 'ok' });
        onClose();
      }}
    >
      <p>Use this when the invite got into wrong hands.</p>
      <p>
        This copy goes on in a new room. Whoever has only the old invite keeps what they have, and stays
        behind in the old room with it: nothing more comes to them from here, and nothing from them to you.
      </p>
      <p>Quorum tells nobody. You send the new invite to those who are to go on.</p>
    </Question>
  );
}

export function LeaveQuestion({ onClose }: { readonly onClose: () => void }) {
  const sync = useSync();
  const { unsent } = useSyncStatus();
  const { show } = useToasts();
  return (
    <Question
      title="Leave the others?"
      act="Leave"
      onClose={onClose}
      run={async () => {
        await sync.leaveRoom();
        show({ text: 'Left. The meeting is only on this computer now.' });
      }}
    >
      <p>
        The meeting stays on this computer, with everything in it. It is no longer connected: changes of
        others do not come here, and yours do not go to them.
      </p>
      {unsent > 0 && <p className={styles.wrong}>{changes(unsent)} of yours nobody else has yet.</p>}
      <p>With the invite you can join again; copy it first if you may want to.</p>
    </Question>
  );
}
