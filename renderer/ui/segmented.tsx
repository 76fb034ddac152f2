import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { cx } from './cx.ts';
import styles from './segmented.module.css';

export interface SegmentedOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly count?: number | undefined;
  readonly disabled?: boolean | undefined;
}

/** One of a few, all in sight. Arrow keys choose. */
export function Segmented<Id extends string>(props: {
  readonly label: string;
  readonly options: readonly SegmentedOption<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly size?: 'sm' | 'md' | undefined;
  readonly className?: string | undefined;
}) {
  const { options, value, onChange } = props;
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen && chosen.id !== value) onChange(chosen.id);
      }}
      className={cx(styles.group, props.size === 'sm' && styles.sm, props.className)}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          isDisabled={option.disabled ?? false}
          className={styles.segment ?? ''}
        >
          {option.icon}
          {option.label}
          {option.count !== undefined && <span className={styles.count}>{option.count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
