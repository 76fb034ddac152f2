// The item on screen: its facts, the preparation, the minutes. Shows one item at a time, so at most two editors live.

import { CircleSlash, Clock, Play, Ticket } from 'lucide-react';
import type { ReactNode } from 'react';
import { itemText } from '../../../shared/doc/texts.ts';
import type { FoundItem } from '../../../shared/domain/find-item.ts';
import type { Person } from '../../../shared/domain/meeting.ts';
import { heldOn } from '../../../shared/domain/project-day.ts';
import { runOrder } from '../../../shared/domain/run-order.ts';
import { formatDate } from '../../../shared/domain/zones.ts';
import { TextEditor } from '../../editor/text-editor.tsx';
import { useOpenMeeting } from '../../session/meeting-context.tsx';
import { useServices } from '../../session/services.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FromProposals } from './from-proposals.tsx';
import styles from './item-page.module.css';
import { clockOf, plannedWord } from './pace-words.ts';
import { Preparation } from './preparation.tsx';
import { useRun } from './run-context.tsx';
import { useCaretKept } from './use-caret-kept.ts';
import { useCaretSource } from './use-caret-source.ts';
import { usePeople } from './use-names.ts';

export function ItemPage({ found }: { readonly found: FoundItem }) {
  const { item } = found;
  const { doc } = useOpenMeeting();
  const { newId, host } = useServices();
  const { readOnly } = useRun();
  const people = usePeople();
  const prep = itemText(doc, item.id, 'prep');
  const minutes = itemText(doc, item.id, 'minutes');
  const caret = useCaretKept(item.id);
  const carets = useCaretSource(item.id, 'minutes');
  const title = item.title || (item.kind === 'break' ? 'Break' : 'Untitled item');
  return (
    <article className={styles.sheet}>
      <h1>{item.cancelled === null ? title : <s>{title}</s>}</h1>
      <Facts found={found} people={people} />
      {prep && <Preparation key={`prep ${item.id}`} item={item} text={prep} people={people} />}
      {minutes && (
        <section ref={caret.place} className={styles.minutes} aria-label="Minutes">
          <TextEditor
            key={item.id}
            onReady={caret.onReady}
            text={minutes}
            carets={carets}
            label={`Minutes of ${title}`}
            heading={<h2 className={styles.heading}>Minutes</h2>}
            placeholder="Write what was said. - makes a list, d: a decision, a: an action item"
            people={people}
            newId={newId}
            openLink={(url) => host.openExternal(url)}
            toolbar
            readOnly={readOnly}
          />
        </section>
      )}
    </article>
  );
}

function Facts({ found, people }: { readonly found: FoundItem; readonly people: readonly Person[] }) {
  const { item, day } = found;
  const { state, plans, zone, floating, ownZone } = useRun();
  const slot = plans.get(day.id)?.slots.get(item.id);
  const planned = slot && plannedWord(slot, day.date, floating ? null : zone, ownZone);
  const run = state.done.get(item.id);
  const isLive = state.item === item.id && state.startedAt !== null;
  const started = run?.start ?? (isLive ? state.startedAt : null);
  const date = heldOn(day, state, zone);
  const presenters = item.presenters.flatMap((id) => people.find((person) => person.id === id) ?? []);
  return (
    <ul className={styles.facts}>
      {presenters.map((person) => (
        <li key={person.id}>
          <Avatar name={person.name} size="sm" />
          {person.name}
        </li>
      ))}
      {item.presenterNote && <li>{item.presenterNote}</li>}
      {item.cancelled !== null && (
        <Fact icon={<CircleSlash {...ICON} />}>
          {item.cancelled ? `Cancelled: ${item.cancelled}` : 'Cancelled'}
        </Fact>
      )}
      {planned && (
        <Fact icon={<Clock {...ICON} />}>
          {planned}
          {floating && ', zone not set'}
        </Fact>
      )}
      {started !== null && (
        <Fact icon={<Play {...ICON} />}>
          Started {date === day.date ? '' : `${formatDate(date, 'short')}, `}
          {clockOf(started, zone, date)}
          {run && !isLive && `, ended ${clockOf(run.end, zone, date)}`}
        </Fact>
      )}
      {item.tickets.map((ticket) => (
        <li key={ticket}>
          <Chip icon={<Ticket aria-label="Ticket" />}>{ticket}</Chip>
        </li>
      ))}
      <FromProposals item={item.id} people={people} />
      <StartThis found={found} />
    </ul>
  );
}

/** Out of turn: for an item that is neither live nor what the large press would make live. */
function StartThis({ found }: { readonly found: FoundItem }) {
  const { item, day } = found;
  const { state, next, readOnly, presses } = useRun();
  const canRun = runOrder([day]).some((each) => each.item.id === item.id);
  if (readOnly || !canRun || item.id === state.item || item.id === next?.item.id) return null;
  const again = state.done.has(item.id);
  return (
    <li>
      <Button
        size="sm"
        icon={<Play {...ICON} size={14} />}
        onPress={(event) => {
          const sheet = event.target.closest('article');
          presses.start(item.id);
          // The button goes with the press; what is done next is to write.
          requestAnimationFrame(() => sheet?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus());
        }}
      >
        {again ? 'Take up again' : state.item === null ? 'Start this item' : 'Move on to this item'}
      </Button>
    </li>
  );
}

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

function Fact(props: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      {props.icon}
      <span>{props.children}</span>
    </li>
  );
}
