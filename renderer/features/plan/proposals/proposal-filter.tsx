import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './proposals.module.css';
import type { Sort, Wanted } from './shown-proposals.ts';

/** Fewer than these are seen at a glance. */
const MANY = 8;

const SORTS: readonly { readonly id: Sort; readonly label: string }[] = [
  { id: 'order', label: 'In order' },
  { id: 'longest', label: 'Longest first' },
  { id: 'shortest', label: 'Shortest first' },
  { id: 'asker', label: 'By who asked' },
  { id: 'topic', label: 'By topic' },
];

/** Finds and sorts, where there are many; stays while something is looked for or sorted. */
export function ProposalFilter(props: {
  readonly wanted: Wanted;
  /** How many there are to choose from. */
  readonly of: number;
  readonly onWanted: (wanted: Wanted) => void;
}) {
  const { wanted, onWanted } = props;
  if (props.of < MANY && wanted.find === '' && wanted.sort === 'order') return null;
  return (
    <search className={styles.find}>
      <TextField
        label="Find a proposal"
        hideLabel
        type="search"
        value={wanted.find}
        onChange={(find) => onWanted({ ...wanted, find })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || wanted.find === '') return;
          event.preventDefault();
          event.stopPropagation();
          onWanted({ ...wanted, find: '' });
        }}
        placeholder="Find"
        className={styles.grow}
      />
      <Select
        label="Sort proposals"
        hideLabel
        items={SORTS}
        value={wanted.sort}
        onChange={(sort) => onWanted({ ...wanted, sort })}
        className={styles.sort}
      />
    </search>
  );
}
