import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { Command } from './commands.ts';
import styles from './shortcuts-dialog.module.css';

interface ShortcutGroup {
  readonly name: string;
  readonly rows: readonly { readonly label: string; readonly keys: readonly string[] }[];
}

/** Keys that belong to a view or to the text, not to the list of commands. */
const OF_THE_VIEWS: readonly ShortcutGroup[] = [
  {
    name: 'In a meeting',
    rows: [
      { label: 'Undo, mine only', keys: ['Ctrl Z'] },
      { label: 'Redo', keys: ['Ctrl Shift Z'] },
      { label: 'Previous or next merged change', keys: ['[', ']'] },
      { label: 'Move item or proposal', keys: ['Alt Shift Up', 'Alt Shift Down'] },
      { label: 'Proposal into the day shown', keys: ['Alt Shift Left'] },
    ],
  },
  {
    name: 'While it runs',
    rows: [
      { label: 'Next item', keys: ['Ctrl Enter'] },
      { label: 'Start or pause', keys: ['Ctrl Shift Space'] },
      { label: 'Add 5 min', keys: ['Ctrl Shift ='] },
      { label: 'Take 5 min', keys: ['Ctrl Shift -'] },
      { label: 'Next or previous item on screen', keys: ['Alt Up', 'Alt Down'] },
      { label: 'Add or take 1 min', keys: ['Ctrl Shift Alt =', 'Ctrl Shift Alt -'] },
      { label: 'Back to the live item', keys: ['Ctrl L'] },
      { label: 'Hide left or right column', keys: ['Ctrl \\', 'Ctrl Shift \\'] },
    ],
  },
  {
    name: 'In the minutes',
    rows: [
      { label: 'Action item, by keys or as typed', keys: ['Ctrl Shift A', 'a:'] },
      { label: 'Decision, by keys or as typed', keys: ['Ctrl Shift D', 'd:'] },
      { label: 'Bullet list, as typed', keys: ['-'] },
      { label: 'Nest or lift a bullet', keys: ['Tab', 'Shift Tab'] },
      { label: 'Bold, italic, strike', keys: ['Ctrl B', 'Ctrl I', 'Ctrl Shift X'] },
      { label: 'Link', keys: ['Ctrl Shift K'] },
      { label: 'Leave the text: one, then the other', keys: ['Esc', 'Tab'] },
    ],
  },
];

export function ShortcutsDialog(props: {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}) {
  const rows = props.commands
    .map((command) => ({
      label: command.label,
      keys: [...(command.keys ?? []), ...(command.bareKeys ?? [])],
    }))
    .filter((row) => row.keys.length > 0);
  const groups: readonly ShortcutGroup[] = [{ name: 'Everywhere', rows }, ...OF_THE_VIEWS];
  return (
    <Dialog title="Keyboard shortcuts" isOpen onOpenChange={(open) => !open && props.onClose()} size="lg">
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl className={styles.list}>
              {group.rows.map((row) => (
                <div key={row.label} className={styles.row}>
                  <dt>{row.label}</dt>
                  <dd>
                    {row.keys.map((keys) => (
                      <Kbd key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
