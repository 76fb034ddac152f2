import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import type { TimeZone } from '../../../shared/domain/time.ts';
import type { Finding } from '../../../shared/import/fidelity-report.ts';
import { Button } from '../../ui/button.tsx';
import { suggestionOf } from './apply-suggestion.ts';
import styles from './import-view.module.css';
import { type SortedFindings, sameMessage } from './sort-findings.ts';
import { ZoneQuestion } from './zone-question.tsx';

export interface FindingsListProps {
  readonly sorted: SortedFindings;
  readonly record: MeetingRecord;
  readonly asksZone: boolean;
  readonly onZone: (zone: TimeZone | null) => void;
  readonly onRecord: (record: MeetingRecord) => void;
}

export function FindingsList(props: FindingsListProps) {
  const { sorted, asksZone } = props;
  const groups = sorted.groups.filter(({ title }) => !(asksZone && title === 'Time zone'));
  const zoneFinding = sorted.groups.find(({ title }) => title === 'Time zone')?.findings[0];
  const count = groups.reduce((sum, group) => sum + group.findings.length, 0);
  return (
    <>
      <h2>
        What needs a look <span>{count + (asksZone && props.record.meta.timeZone === null ? 1 : 0)}</span>
      </h2>
      {count > 0 && (
        <p className={styles.how}>
          What has a button is put right here, all else in the meeting once it is imported.
        </p>
      )}
      {asksZone && (
        <ZoneQuestion finding={zoneFinding} zone={props.record.meta.timeZone} onZone={props.onZone} />
      )}
      {count === 0 && !asksZone && (
        <p className={styles.none}>
          <CircleCheck /> Everything found its place.
        </p>
      )}
      {groups.map((group) => (
        <section key={group.title} className={styles.group}>
          <h3>
            {group.title} · {group.findings.length}
          </h3>
          <Findings findings={group.findings} {...props} />
        </section>
      ))}
      {sorted.leftOut.length > 0 && (
        <details className={styles.leftovers}>
          <summary>Left out of the meeting · {sorted.leftOut.length}</summary>
          <p className={styles.message}>
            Buttons, tables of contents and text that has no place in a meeting. The page that is kept has it.
          </p>
          <Findings findings={sorted.leftOut} {...props} />
        </details>
      )}
    </>
  );
}

/** Findings that say the same say it once, over their lines. */
function Findings(props: FindingsListProps & { readonly findings: readonly Finding[] }) {
  return sameMessage(props.findings).map(({ message, findings }) => (
    <div key={`${message}/${findings[0]?.line}`} className={styles.cluster}>
      <p className={styles.message}>{message}</p>
      <ul>
        {findings
          .filter((finding) => finding.text !== '' || finding.suggestion !== undefined)
          .map((finding) => (
            <FindingLine key={`${finding.line}/${finding.text}`} finding={finding} {...props} />
          ))}
      </ul>
    </div>
  ));
}

function FindingLine(props: FindingsListProps & { readonly finding: Finding }) {
  const { finding, record, onRecord } = props;
  const [done, setDone] = useState('');
  const suggestion = suggestionOf(finding, record);
  return (
    <li className={styles.finding}>
      <span className={styles.words}>{finding.text && `“${finding.text}”`}</span>
      <span className={styles.end}>
        {finding.line !== null && <span className={styles.line}>line {finding.line}</span>}
        {!done && suggestion && (
          <Button
            size="sm"
            onPress={() => {
              onRecord(suggestion.apply(record));
              setDone(suggestion.done);
            }}
          >
            {suggestion.label}
          </Button>
        )}
      </span>
      {done && (
        <span className={styles.message} role="status">
          {done}
        </span>
      )}
      {!suggestion && finding.suggestion !== undefined && !done && (
        <span className={styles.message}>Perhaps {finding.suggestion}</span>
      )}
    </li>
  );
}
