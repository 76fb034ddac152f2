// Import: choose, drop or paste; look at what was understood beside what was not; then make the meeting in one step.

import { ChevronLeft, FolderOpen } from 'lucide-react';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { ImportProblem } from '../../../shared/import/import-problem.ts';
import type { OpenedFile } from '../../../shared/ipc/contract.ts';
import { Button } from '../../ui/button.tsx';
import { Strip } from '../../ui/strip.tsx';
import { ImportReview } from './import-review.tsx';
import styles from './import-view.module.css';
import { adviceFor } from './other-formats.ts';
import { useReading } from './use-reading.ts';

export interface ImportViewProps {
  /** What waits to be imported; a file dropped or pasted anywhere arrives here too. */
  readonly source: OpenedFile | null;
  readonly homeHref: string;
  readonly onChooseFile: () => void;
  readonly onImported: (id: MeetingId) => void;
}

export function ImportView(props: ImportViewProps) {
  const { source, onChooseFile } = props;
  const reading = useReading(source);
  if (source && reading.kind === 'read') {
    return (
      <ImportReview
        key={source.name}
        source={source}
        opened={reading.opened}
        homeHref={props.homeHref}
        onImported={props.onImported}
      />
    );
  }
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <a href={props.homeHref} className={styles.back} aria-label="Home">
          <ChevronLeft />
        </a>
        <h1>Import</h1>
        <span className={styles.file}>{source?.name}</span>
      </header>
      <main className={styles.start}>
        {reading.kind === 'busy' ? (
          <p role="status">Reading {source?.name}...</p>
        ) : (
          <Start
            problem={reading.kind === 'refused' ? reading.problem : null}
            name={source?.name ?? ''}
            onChooseFile={onChooseFile}
          />
        )}
      </main>
    </div>
  );
}

function Start(props: {
  readonly problem: ImportProblem | null;
  readonly name: string;
  readonly onChooseFile: () => void;
}) {
  const { problem } = props;
  return (
    <div className={styles.dropArea}>
      {problem && (
        <Strip tone="warn" boxed role="status" className={styles.problem}>
          <strong>Nothing was imported from {props.name}.</strong> {adviceFor(props.name) || problem.message}
        </Strip>
      )}
      <h2>Bring an agenda or minutes you have</h2>
      <p>
        A wiki page (HTML), Markdown, JSON or a Quorum file. Drop it anywhere on this window, paste the page
        here, or choose a file. You see what was understood before anything is made.
      </p>
      <Button variant="primary" icon={<FolderOpen />} onPress={props.onChooseFile}>
        Choose a file...
      </Button>
    </div>
  );
}
