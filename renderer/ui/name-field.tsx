import { TextField, type TextFieldProps } from './text-field.tsx';

/** Asks who one is: the same words wherever it is asked. */
export function NameField(
  props: Pick<
    TextFieldProps,
    'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'inputRef' | 'error' | 'autoFocus' | 'className'
  >,
) {
  return (
    <TextField
      label="Your name"
      description="Others see it beside what you write."
      maxLength={200}
      autoComplete="name"
      {...props}
    />
  );
}
