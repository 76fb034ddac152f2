// At most one strip under the top bar. What is not saved comes first, and is the only alert; then what keeps the meeting
// from being edited; what is to be said of others (`children`) last.

import { Check, Lock, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useAccess, useOpenMeeting, useSaveState } from '../session/meeting-context.tsx';
import { useServices } from '../session/services.tsx';
import { Button } from '../ui/button.tsx';
import { Strip } from '../ui/strip.tsx';
import { useToasts } from '../ui/toast.tsx';

const READ_ONLY = {
  'newer-version': 'This meeting was written by a newer Quorum. You can read it; update to edit.',
  damaged: 'This is the whole copy of a damaged meeting. You can read it and export it, not edit it.',
} as const;

export function MeetingStrips(props: { readonly onShowKept: () => void; readonly children: ReactNode }) {
  const [repaired, setRepaired] = useState(false);
  const access = useAccess();
  const { state, problem, retry } = useSaveState();
  const { drop } = useToasts();
  // An undo that is offered after the meeting was left would reach nothing.
  useEffect(() => () => drop('meeting'), [drop]);
  if (state === 'failed' && problem) {
    return (
      <Strip
        tone="over"
        role="alert"
        icon={<TriangleAlert />}
        actions={
          <>
            <ExportCopy />
            <Button size="sm" onPress={retry}>
              Try again
            </Button>
          </>
        }
      >
        <strong>{problem.message}</strong> {problem.advice}
      </Strip>
    );
  }
  if (access.kind === 'read-only' && access.reason === 'spoilt')
    return (
      <Notice>
        {access.repairable ? (
          <SpoiltStrip problem={access.problem} onRepaired={() => setRepaired(true)} />
        ) : (
          <CameSpoilt problem={access.problem} />
        )}
      </Notice>
    );
  if (access.kind === 'read-only') {
    return (
      <Notice>
        <Strip tone="warn" icon={<Lock />}>
          {READ_ONLY[access.reason]}
        </Strip>
      </Notice>
    );
  }
  if (repaired) {
    const close = () => setRepaired(false);
    const showKept = () => {
      close();
      props.onShowKept();
    };
    return (
      <Notice>
        <RepairedStrip onShowKept={showKept} onClose={close} />
      </Notice>
    );
  }
  return props.children;
}

/** Part of no other region of the page, and found as one. */
function Notice({ children }: { readonly children: ReactNode }) {
  return <section aria-label="Notice">{children}</section>;
}

function RepairedStrip(props: { readonly onShowKept: () => void; readonly onClose: () => void }) {
  return (
    <Strip
      tone="ok"
      role="status"
      icon={<Check />}
      actions={
        <>
          <Button size="sm" onPress={props.onShowKept}>
            Kept versions...
          </Button>
          <Button size="sm" variant="quiet" onPress={props.onClose}>
            Close
          </Button>
        </>
      }
    >
      <strong>Repaired.</strong> What it was before is kept, and opens as a copy.
    </Strip>
  );
}

/** Repairing it here would undo what those who had it whole still know. */
function CameSpoilt({ problem }: { readonly problem: string }) {
  return (
    <Strip tone="warn" icon={<TriangleAlert />} actions={<ExportCopy />}>
      <strong>The copy that came is damaged:</strong> {problem}. You can read it. Whoever had this meeting
      whole can repair it on their computer; the repair comes here by itself.
    </Strip>
  );
}

/** What somebody did to this meeting, and the way back. */
function SpoiltStrip(props: { readonly problem: string; readonly onRepaired: () => void }) {
  const { problem, onRepaired } = props;
  const { repair } = useOpenMeeting();
  const [failed, setFailed] = useState('');
  const run = async () => {
    setFailed('');
    try {
      if (await repair()) onRepaired();
      else setFailed('A part of it could not be repaired. Export a copy to keep what is there.');
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Strip
      tone="warn"
      icon={<TriangleAlert />}
      actions={
        <>
          <ExportCopy />
          <Button size="sm" onPress={() => void run()}>
            Repair
          </Button>
        </>
      }
    >
      <strong>What came in from others spoilt this meeting:</strong> {problem}. It is not sent on. Repairing
      goes back to the last good state where that is needed; both states are kept.{failed && ` ${failed}`}
    </Strip>
  );
}

function ExportCopy() {
  const open = useOpenMeeting();
  const { host } = useServices();
  const [failed, setFailed] = useState('');
  const run = async () => {
    setFailed('');
    try {
      const { exportCopy } = await import('./export-copy.ts');
      await exportCopy(host, open);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      {failed && <span>{failed}</span>}
      <Button size="sm" variant="danger" onPress={() => void run()}>
        Export a copy
      </Button>
    </>
  );
}
