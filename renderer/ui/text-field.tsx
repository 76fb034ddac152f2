import type { KeyboardEvent, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import {
  TextField as RacTextField,
  type TextFieldProps as RacTextFieldProps,
} from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import styles from './field.module.css';

export interface TextFieldProps
  extends Omit<
    RacTextFieldProps,
    'className' | 'style' | 'children' | 'aria-label' | 'isInvalid' | 'onKeyDown'
  > {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly description?: string | undefined;
  /** What is wrong and what to do; '' and undefined are no error. */
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly multiline?: boolean | undefined;
  readonly rows?: number | undefined;
  readonly className?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void) | undefined;
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    hideLabel,
    description,
    error,
    placeholder,
    multiline,
    rows,
    className,
    inputRef,
    onKeyDown,
    ...rest
  } = props;
  const control = {
    className: styles.control ?? '',
    ...(placeholder !== undefined && { placeholder }),
    ...(inputRef && { ref: inputRef }),
    ...(onKeyDown && { onKeyDown }),
  };
  return (
    <RacTextField
      {...rest}
      {...(hideLabel && { 'aria-label': label })}
      isInvalid={Boolean(error)}
      className={cx(styles.field, className)}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      {multiline ? <TextArea {...control} rows={rows ?? 3} /> : <Input {...control} />}
      {description && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </RacTextField>
  );
}
