import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { Text } from 'react-aria-components/Text';
import button from './button.module.css';
import type { ButtonSize, ButtonVariant } from './button.tsx';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';
import styles from './list-box.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** A line above this entry. */
  readonly separated?: boolean | undefined;
  readonly onAction: () => void;
}

export interface MenuButtonProps {
  /** The button's name. Seen as text unless there is an icon; `showLabel` shows both. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly showLabel?: boolean | undefined;
  readonly items: readonly MenuEntry[];
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}

export function MenuButton(props: MenuButtonProps) {
  const { label, icon, items, size = 'md' } = props;
  const textual = !icon || props.showLabel;
  const variant = props.variant ?? (textual ? 'secondary' : 'quiet');
  return (
    <MenuTrigger>
      <Button
        {...(!textual && { 'aria-label': label })}
        isDisabled={props.isDisabled ?? false}
        className={cx(
          button.button,
          button[variant],
          button[size],
          !textual && button.iconOnly,
          props.className,
        )}
      >
        {icon}
        {textual && label}
        {textual && <ChevronDown size={14} />}
      </Button>
      <Popover
        className={styles.popover ?? ''}
        offset={4}
        placement={textual ? 'bottom start' : 'bottom end'}
      >
        <Menu className={styles.list ?? ''} aria-label={label}>
          {items.flatMap((entry) => [
            ...(entry.separated
              ? [<Separator key={`${entry.id}-line`} className={styles.separator ?? ''} />]
              : []),
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.disabled ?? false}
              onAction={entry.onAction}
              className={cx(styles.item, entry.danger && styles.danger)}
            >
              {entry.icon}
              <Text slot="label" className={styles.text ?? ''}>
                {entry.label}
              </Text>
              {entry.shortcut && <Kbd keys={entry.shortcut} />}
            </MenuItem>,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
