import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as RacComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { cx } from './cx.ts';
import field from './field.module.css';
import styles from './list-box.module.css';
import { type Choice, ChoiceItem } from './select.tsx';

export interface ComboBoxProps<Id extends string> {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly items: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  /** Text that is none of the choices; without it only choices are taken. */
  readonly onText?: ((text: string) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A list that is searched by typing: zones, people. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, items, onText } = props;
  return (
    <RacComboBox
      {...(props.hideLabel && { 'aria-label': label })}
      defaultItems={items}
      value={props.value}
      onChange={(key) => props.onChange(items.find((item) => item.id === key)?.id ?? null)}
      allowsCustomValue={Boolean(onText)}
      menuTrigger="focus"
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      className={cx(field.field, props.className)}
    >
      {({ isOpen }) => (
        <>
          {!props.hideLabel && <Label className={field.label}>{label}</Label>}
          <span className={field.combo}>
            <Input
              className={field.control ?? ''}
              placeholder={props.placeholder ?? ''}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !isOpen) onText?.(event.currentTarget.value);
              }}
            />
            <Button className={field.comboButton ?? ''}>
              <ChevronDown size={14} />
            </Button>
          </span>
          {props.description && (
            <Text slot="description" className={field.description ?? ''}>
              {props.description}
            </Text>
          )}
          <Popover className={styles.popover ?? ''} offset={4}>
            <ListBox<Choice<Id>>
              className={styles.list ?? ''}
              renderEmptyState={() => <div className={styles.empty}>Nothing found</div>}
            >
              {(item) => <ChoiceItem item={item} />}
            </ListBox>
          </Popover>
        </>
      )}
    </RacComboBox>
  );
}
