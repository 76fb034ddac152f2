import { useMemo } from 'react';
import type { ItemId } from '../../../shared/domain/ids.ts';
import type { MeetingRecord } from '../../../shared/domain/meeting.ts';
import type { PublishWhat } from '../../../shared/publish/publish-options.ts';
import { Strip } from '../../ui/strip.tsx';
import { findMissing } from './find-missing.ts';
import styles from './publish-view.module.css';

/** What is missing, with a way to each place. It reminds, it does not forbid. */
export function MissingList(props: {
  readonly record: MeetingRecord;
  readonly what: PublishWhat;
  readonly itemPath: (item: ItemId) => string;
}) {
  const { record, what } = props;
  const missing = useMemo(() => findMissing(record, what), [record, what]);
  if (missing.length === 0) return null;
  return (
    <Strip tone="warn" boxed className={styles.missing}>
      {missing.map((entry) => (
        <details key={entry.text}>
          <summary>{entry.text}</summary>
          <ul>
            {entry.places.map((place, index) => (
              // One item may lack the same thing twice.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above; the list is derived as a whole
              <li key={`${place.item}-${index}`}>
                <a href={props.itemPath(place.item)}>{place.label}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Strip>
  );
}
