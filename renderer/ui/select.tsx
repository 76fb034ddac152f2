import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as RacSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { cx } from './cx.ts';
import field from './field.module.css';
import styles from './list-box.module.css';

export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string | undefined;
}

export interface SelectProps<Id extends string> {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly items: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string | undefined;
  readonly size?: 'sm' | 'md' | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, items, value, onChange } = props;
  return (
    <RacSelect
      {...(props.hideLabel && { 'aria-label': label })}
      value={value}
      onChange={(key) => {
        const chosen = items.find((item) => item.id === key);
        if (chosen) onChange(chosen.id);
      }}
      placeholder={props.placeholder ?? 'Choose'}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      className={cx(field.field, props.className)}
    >
      {!props.hideLabel && <Label className={field.label}>{label}</Label>}
      <Button className={cx(field.control, field.trigger, props.size === 'sm' && field.sm)}>
        <SelectValue className={field.value ?? ''}>
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown size={14} />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox items={items} className={styles.list ?? ''}>
          {(item) => <ChoiceItem item={item} />}
        </ListBox>
      </Popover>
    </RacSelect>
  );
}

/** One line of a list of choices, with a tick when it is the chosen one. */
export function ChoiceItem(props: { readonly item: Choice }) {
  const { item } = props;
  return (
    <ListBoxItem id={item.id} textValue={item.label} className={styles.item ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={styles.text}>
            <Text slot="label">{item.label}</Text>
            {item.description && (
              <Text slot="description" className={styles.description ?? ''}>
                {item.description}
              </Text>
            )}
          </span>
          {isSelected && <Check size={14} className={styles.check ?? ''} />}
        </>
      )}
    </ListBoxItem>
  );
}
