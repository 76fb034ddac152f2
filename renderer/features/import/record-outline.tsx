import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Day, MeetingRecord, RecordItem } from '../../../shared/domain/meeting.ts';
import { type DayPlan, formatClock, planDay } from '../../../shared/domain/plan-times.ts';
import { collectRegisters } from '../../../shared/domain/registers.ts';
import { formatDate } from '../../../shared/domain/zones.ts';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './import-view.module.css';

type NamesOf = (ids: readonly PersonId[]) => string;

/** Days, blocks and items as they were understood: times, people, how many actions. */
export function RecordOutline({ record }: { readonly record: MeetingRecord }) {
  const byId = new Map(record.people.map((person) => [person.id, person.name]));
  const namesOf: NamesOf = (ids) => ids.flatMap((id) => byId.get(id) ?? []).join(', ');
  const actionsOf = countActions(record);
  return (
    <>
      {record.days.map((day) => (
        <DayOutline key={day.id} day={day} namesOf={namesOf} actionsOf={actionsOf} />
      ))}
      {record.proposals.length > 0 && (
        <section className={styles.day}>
          <h3>Proposals</h3>
          <ul>
            {record.proposals.map((proposal) => (
              <li key={proposal.id} className={styles.item}>
                <span className={styles.quiet}>{proposal.estimate}</span>
                <span className={styles.itemTitle}>{proposal.title}</span>
                <span className={styles.who}>
                  {[namesOf(proposal.requestedBy), proposal.requestNote].filter(Boolean).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function DayOutline(props: {
  readonly day: Day<RecordItem>;
  readonly namesOf: NamesOf;
  readonly actionsOf: (item: RecordItem) => number;
}) {
  const { day, namesOf } = props;
  const plan = planDay(day);
  return (
    <section className={styles.day}>
      <h3>
        {formatDate(day.date, 'weekday')} {day.date.slice(0, 4)}
        {day.title && `, ${day.title}`}
      </h3>
      {day.blocks.map((block) => (
        <div key={block.id}>
          {(block.title || block.moderators.length > 0) && (
            <div className={styles.block}>
              {[block.title, block.moderators.length > 0 && `Moderator ${namesOf(block.moderators)}`]
                .filter(Boolean)
                .join(' · ')}
            </div>
          )}
          <ul>
            {block.items
              .flatMap((item) => [item, ...item.slots])
              .map((item) => (
                <ItemLine
                  key={item.id}
                  item={item}
                  plan={plan}
                  {...props}
                  slot={!block.items.includes(item)}
                />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ItemLine(props: {
  readonly item: RecordItem;
  readonly slot: boolean;
  readonly plan: DayPlan;
  readonly namesOf: NamesOf;
  readonly actionsOf: (item: RecordItem) => number;
}) {
  const { item, plan } = props;
  const at = plan.slots.get(item.id);
  const actions = props.actionsOf(item);
  const who = [props.namesOf(item.presenters), item.presenterNote].filter(Boolean).join(', ');
  return (
    <li
      className={cx(
        styles.item,
        props.slot && styles.slot,
        item.cancelled !== null && styles.cancelled,
        (item.kind === 'break' || item.kind === 'close') && styles.quiet,
      )}
    >
      <time>
        {typeof at?.start === 'number' ? formatClock(at.start) : ''}
        {typeof at?.start === 'number' && typeof at.end === 'number' && at.end > at.start
          ? `–${formatClock(at.end)}`
          : ''}
      </time>
      <span>
        <span className={styles.itemTitle}>{item.title}</span>
        {who && <span className={styles.who}> · {who}</span>}
      </span>
      <span className={styles.itemEnd}>
        {item.cancelled !== null && <Chip>Cancelled</Chip>}
        {actions > 0 && <Chip tone="accent">{actions === 1 ? '1 action' : `${actions} actions`}</Chip>}
      </span>
    </li>
  );
}

function countActions(record: MeetingRecord): (item: RecordItem) => number {
  const counts = new Map<string, number>();
  for (const { item } of collectRegisters(record).actions) counts.set(item, (counts.get(item) ?? 0) + 1);
  return (item) => counts.get(item.id) ?? 0;
}
