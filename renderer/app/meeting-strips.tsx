// At most one strip under the top bar. What is not saved comes first, and is the only alert; then what keeps the meeting
// from being edited; what is to be said of others (`children`) last.

import { Lock, TriangleAlert } from 'lucide-react';
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

export function MeetingStrips({ children }: { readonly children: ReactNode }) {
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
    return <SpoiltStrip problem={access.problem} />;
  if (access.kind === 'read-only') {
    return (
      <Strip tone="warn" icon={<Lock />}>
        {READ_ONLY[access.reason]}
      </Strip>
    );
  }
  return children;
}

/** What somebody did to this meeting, and the way back. */
function SpoiltStrip({ problem }: { readonly problem: string }) {
  const { repair } = useOpenMeeting();
  const [failed, setFailed] = useState('');
  const run = async () => {
    setFailed('');
    try {
      if (!(await repair()))
        setFailed('A part of it could not be repaired. Export a copy to keep what is there.');
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
