import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import type { TimeZone } from '../../../shared/domain/time.ts';
import type { Finding } from '../../../shared/import/fidelity-report.ts';
import { Button } from '../../ui/button.tsx';
import styles from './import-view.module.css';
import { mergePeople } from './merge-people.ts';
import type { SortedFindings } from './sort-findings.ts';
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
        What needs a look <span>{count + (asksZone ? 1 : 0)}</span>
      </h2>
      {asksZone && (
        <ZoneQuestion finding={zoneFinding} zone={props.record.meta.timeZone} onZone={props.onZone} />
      )}
      {count === 0 && !asksZone && (
        <p className={styles.none}>
          <CircleCheck /> Everything on the page found its place.
        </p>
      )}
      {groups.map((group) => (
        <section key={group.title} className={styles.group}>
          <h3>
            {group.title} · {group.findings.length}
          </h3>
          <ul>
            {group.findings.map((finding) => (
              <FindingLine key={keyOf(finding)} finding={finding} {...props} />
            ))}
          </ul>
        </section>
      ))}
      {sorted.leftOut.length > 0 && (
        <details className={styles.leftovers}>
          <summary>Left out of the meeting · {sorted.leftOut.length}</summary>
          <p className={styles.message}>
            Buttons, tables of contents and text that has no place in a meeting. The file that is kept has it.
          </p>
          <ul>
            {sorted.leftOut.map((finding) => (
              <FindingLine key={keyOf(finding)} finding={finding} {...props} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function keyOf({ kind, line, text, message }: Finding): string {
  return `${kind}/${line}/${text}/${message}`;
}

function FindingLine(props: FindingsListProps & { readonly finding: Finding }) {
  const { finding } = props;
  return (
    <li className={styles.finding}>
      <span className={styles.words}>{finding.text ? `“${finding.text}”` : finding.message}</span>
      {finding.line !== null && <span className={styles.line}>line {finding.line}</span>}
      {finding.text && <span className={styles.message}>{finding.message}</span>}
      {finding.suggestion !== undefined && <Suggestion {...props} suggestion={finding.suggestion} />}
    </li>
  );
}

/** Two names one slip apart can be made one person here; what else is suggested is said, and done in Plan. */
function Suggestion(props: FindingsListProps & { readonly finding: Finding; readonly suggestion: string }) {
  const { finding, suggestion, record, onRecord } = props;
  const [joined, setJoined] = useState(false);
  const from = record.people.find(({ name }) => name === finding.text);
  const to = record.people.find(({ name }) => name === suggestion);
  if (joined) return <span className={styles.message}>Taken for {suggestion}.</span>;
  if (finding.kind !== 'look-alike' || !from || !to) {
    return <span className={styles.message}>Suggestion: {suggestion}</span>;
  }
  return (
    <span className={styles.fix}>
      <TriangleAlert size={14} />
      {suggestion}?
      <Button
        size="sm"
        onPress={() => {
          onRecord(mergePeople(record, from.id, to.id));
          setJoined(true);
        }}
      >
        Yes, the same person
      </Button>
    </span>
  );
}
