import { CircleCheck } from 'lucide-react';
import type { AgendaItem, Block, Day, Person } from '../../../../shared/domain/meeting.ts';
import type { DayPlan } from '../../../../shared/domain/plan-times.ts';
import { formatClock, planDay } from '../../../../shared/domain/plan-times.ts';
import { formatDate } from '../../../../shared/domain/zones.ts';
import type { Finding } from '../../../../shared/import/fidelity-report.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { namesOf, type PeopleById } from '../logic/person-search.ts';
import styles from './paste.module.css';

export interface PreviewDay {
  /** As it will be: what is there, then what is added. */
  readonly day: Day;
  readonly isNew: boolean;
  readonly blocks: readonly Block[];
}

/** The agenda as it would be added, with the times it would have. */
export function PastePreview(props: { readonly days: readonly PreviewDay[]; readonly people: PeopleById }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>Start</th>
          <th>Min</th>
          <th>Topic</th>
          <th>Presenter</th>
        </tr>
      </thead>
      {props.days.map(({ day, isNew, blocks }) => {
        const plan = planDay(day);
        return (
          <tbody key={day.id}>
            {(props.days.length > 1 || isNew) && (
              <tr>
                <th colSpan={4} scope="rowgroup" className={styles.day}>
                  {formatDate(day.date, 'weekday')}
                  {isNew && <Chip>New day</Chip>}
                </th>
              </tr>
            )}
            {blocks.map((block) => (
              <BlockLines key={block.id} block={block} plan={plan} people={props.people} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function BlockLines(props: { readonly block: Block; readonly plan: DayPlan; readonly people: PeopleById }) {
  const { block, plan, people } = props;
  const moderators = namesOf(block.moderators, people).join(', ');
  return (
    <>
      {(block.title !== '' || moderators !== '') && (
        <tr>
          <th colSpan={4} scope="rowgroup" className={styles.block}>
            {[block.title, moderators && `Moderator ${moderators}`].filter(Boolean).join(' · ')}
          </th>
        </tr>
      )}
      {block.items.map((item) => (
        <tr key={item.id} className={item.cancelled === null ? undefined : styles.cancelled}>
          <td>{startOf(item, plan)}</td>
          <td>{item.duration}</td>
          <td dir="auto">
            {item.title}
            {item.kind !== 'topic' && <Chip>{item.kind}</Chip>}
          </td>
          <td>{namesOf(item.presenters, people).join(', ')}</td>
        </tr>
      ))}
    </>
  );
}

function startOf(item: AgendaItem, plan: DayPlan): string {
  const start = plan.slots.get(item.id)?.start ?? null;
  return start === null ? '' : formatClock(start);
}

/** Who is new, and what was not understood; a name that looks like somebody's is put right here. */
export function PasteFindings(props: {
  readonly people: readonly Person[];
  readonly findings: readonly Finding[];
  readonly onMeant: (written: string, person: string) => void;
}) {
  const { people, findings } = props;
  return (
    <div className={styles.findings}>
      {people.length > 0 && (
        <p className={styles.people}>
          <span>New in this meeting:</span>
          {people.map(({ id, name }) => (
            <Chip key={id} tone="accent">
              {name}
            </Chip>
          ))}
        </p>
      )}
      {findings.length === 0 ? (
        <p className={styles.fine}>
          <CircleCheck size={14} /> All of it was understood.
        </p>
      ) : (
        <>
          <h3>Needs a look · {findings.length}</h3>
          <ul>
            {findings.map((finding, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings are made anew as a whole and hold no state
              <li key={i}>
                {finding.text !== '' && <q dir="auto">{shortened(finding.text)}</q>} {finding.message}
                {finding.line !== null && <span className={styles.line}>line {finding.line}</span>}
                {finding.kind === 'look-alike' && finding.suggestion !== undefined && (
                  <Button
                    size="sm"
                    onPress={() => props.onMeant(finding.text, finding.suggestion ?? finding.text)}
                  >
                    It is {finding.suggestion}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const LONGEST = 120;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
