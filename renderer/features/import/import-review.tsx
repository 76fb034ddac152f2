// The fidelity report before the meeting is made: the outline of what was understood, and everything that was not, with
// its place in the source. Only the time zone is asked: it is never guessed, and may be decided later.

import { ArrowDownToLine, ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import type { TimeZone } from '../../../shared/domain/time.ts';
import type { OpenedFile as OpenedMeeting } from '../../../shared/import/open-file.ts';
import type { OpenedFile } from '../../../shared/ipc/contract.ts';
import { useServices } from '../../session/services.tsx';
import { Button } from '../../ui/button.tsx';
import { Strip } from '../../ui/strip.tsx';
import { countWords } from './count-words.ts';
import { FindingsList } from './findings-list.tsx';
import styles from './import-view.module.css';
import { makeMeeting } from './make-meeting.ts';
import { RecordOutline } from './record-outline.tsx';
import { sortFindings } from './sort-findings.ts';

export function ImportReview(props: {
  readonly source: OpenedFile;
  readonly opened: OpenedMeeting;
  readonly homeHref: string;
  readonly onImported: (id: MeetingId) => void;
}) {
  const { source, opened } = props;
  const services = useServices();
  const [record, setRecord] = useState<MeetingRecord>(opened.record);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const sorted = sortFindings(opened.report.findings);
  const lines = sorted.groups.reduce((sum, group) => sum + group.findings.length, 0);
  const counts = countWords(record);

  const setZone = (timeZone: TimeZone | null) =>
    setRecord((before) => ({ ...before, meta: { ...before.meta, timeZone } }));
  const importIt = async () => {
    setBusy(true);
    setProblem('');
    try {
      props.onImported(await makeMeeting(services, { ...opened, record }, source));
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <a href={props.homeHref} className={styles.back} aria-label="Home">
          <ChevronLeft />
        </a>
        <h1>Import</h1>
        <span className={styles.file}>{source.name}</span>
        <Button
          variant="primary"
          icon={<ArrowDownToLine />}
          isDisabled={busy}
          onPress={() => void importIt()}
        >
          {busy ? 'Importing...' : 'Import this meeting'}
        </Button>
      </header>
      <div className={styles.review}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and holds nothing else to focus */}
        <main className={styles.understood} aria-label="What was understood" tabIndex={0}>
          <div className={styles.column}>
            {problem && (
              <Strip tone="over" boxed role="status">
                <strong>Nothing was imported.</strong> {problem}
              </Strip>
            )}
            <h2>{record.meta.title || 'Untitled meeting'}</h2>
            <p className={styles.kept}>
              {counts.join(', ')}. {lines === 0 ? 'All of it was understood.' : needLook(lines)}{' '}
              {opened.kind === 'page' && 'Nothing is thrown away: the page itself is kept with the meeting.'}
            </p>
            <RecordOutline record={record} />
          </div>
        </main>
        <aside className={styles.findings} aria-label="What needs a look">
          <FindingsList
            sorted={sorted}
            record={record}
            asksZone={opened.record.meta.timeZone === null && record.days.length > 0}
            onZone={setZone}
            onRecord={setRecord}
          />
        </aside>
      </div>
    </div>
  );
}

function needLook(lines: number): string {
  return lines === 1 ? '1 line needs a look.' : `${lines} lines need a look.`;
}
