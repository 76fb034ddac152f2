import { setPresenters } from '../../../../shared/doc/commands/people.ts';
import type { AgendaItem } from '../../../../shared/domain/meeting.ts';
import { shortName } from '../logic/person-search.ts';
import { PeopleField } from '../people-picker.tsx';
import { usePlan, usePlanPeople } from '../plan-context.tsx';
import styles from './day-table.module.css';

/** "Wanda Ferro"; several are shortened, guests are named as such, a remark stands behind. */
export function PresentersCell({ item, name }: { readonly item: AgendaItem; readonly name: string }) {
  const { doc, readOnly } = usePlan();
  const { byId } = usePlanPeople();
  const people = item.presenters.flatMap((id) => byId.get(id) ?? []);
  const names = people.map((person) => {
    const short = people.length > 1 ? shortName(person.name) : person.name;
    return person.kind === 'guest' ? `guest ${short}` : short;
  });
  const note = item.presenterNote && <span className={styles.note}>{item.presenterNote}</span>;
  const listed = names.join(', ');
  const shown = (
    <>
      {listed}
      {listed !== '' && note && ', '}
      {note}
    </>
  );
  const takesPeople = item.kind === 'topic' || item.kind === 'round';
  if (readOnly || (!takesPeople && listed === '')) {
    return <span className={styles.names}>{shown}</span>;
  }
  return (
    <PeopleField
      cell="who"
      label={`Presenters of ${name}`}
      value={item.presenters}
      onChange={(presenters) => setPresenters(doc, item.id, presenters)}
      newKind="attendee"
      empty="Add"
      className={listed === '' && !note ? styles.addWho : styles.names}
      shown={listed === '' && !note ? undefined : <span>{shown}</span>}
    />
  );
}
