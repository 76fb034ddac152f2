import { cx } from './cx.ts';
import styles from './kbd.module.css';

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The keys as this computer names them: "Ctrl Shift K" is "⌘ ⇧ K" on a Mac. */
export function keyNames(keys: string): string {
  if (!onMac) return keys;
  return keys
    .replace(/\bCtrl\b/g, '⌘')
    .replace(/\bShift\b/g, '⇧')
    .replace(/\bAlt\b/g, '⌥');
}

/** `keys` in the words of the shortcut table: "Ctrl K". `inherit` takes the colour of a filled button around it. */
export function Kbd(props: { readonly keys: string; readonly inherit?: boolean | undefined }) {
  return <kbd className={cx(styles.kbd, props.inherit && styles.inherit)}>{keyNames(props.keys)}</kbd>;
}
