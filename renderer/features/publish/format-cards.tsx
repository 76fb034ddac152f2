import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { FORMATS, type FormatId } from './formats.ts';
import styles from './publish-view.module.css';

export function FormatCards(props: {
  readonly value: FormatId;
  readonly onChange: (format: FormatId) => void;
}) {
  return (
    <ToggleButtonGroup
      aria-label="Format"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const chosen = FORMATS.find(({ id }) => keys.has(id));
        if (chosen) props.onChange(chosen.id);
      }}
      className={styles.formats ?? ''}
    >
      {FORMATS.map((format) => (
        <ToggleButton key={format.id} id={format.id} className={styles.format ?? ''}>
          <b>{format.name}</b>
          <span className={styles.hint}>{format.hint}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
