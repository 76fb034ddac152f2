// Ctrl K: commands, meetings and, in a meeting, its agenda items. Finds by words in any order; nothing is fetched while
// one types, so nothing moves under the cursor.

import { Calendar, CornerDownLeft, ListOrdered, Search, Zap } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { TextField } from 'react-aria-components/TextField';
import { useMeetings } from '../session/use-meetings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './command-palette.module.css';
import { type Command, findCommands } from './commands.ts';
import { type PaletteGoal, useItemGoals, usePaletteGoals } from './use-palette-goals.ts';

const MOST_OF_A_KIND = 8;

export interface CommandPaletteProps {
  readonly commands: readonly Command[];
  readonly onGo: (path: string) => void;
  readonly onClose: () => void;
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  readonly icon: ReactNode;
  readonly run: () => void;
}

export function CommandPalette(props: CommandPaletteProps) {
  const { commands, onGo, onClose } = props;
  const meetings = usePaletteGoals(useMeetings());
  const items = useItemGoals();
  const [text, setText] = useState('');
  const groups = useMemo(() => {
    const goals = (list: readonly PaletteGoal[], icon: ReactNode): readonly Line[] =>
      findCommands(list, text)
        .slice(0, MOST_OF_A_KIND)
        .map((goal) => ({ ...goal, icon, run: () => onGo(goal.path) }));
    const asked = (group: Command['group']): readonly Line[] =>
      findCommands(
        commands.filter((command) => command.group === group && !command.keysOnly),
        text,
      ).map((command) => ({
        id: command.id,
        label: command.label,
        keys: command.keys?.[0],
        icon: group === 'Do' ? <Zap /> : <CornerDownLeft />,
        run: command.run,
      }));
    return [
      { name: 'Agenda items', lines: text ? goals(items, <ListOrdered />) : [] },
      { name: 'Meetings', lines: goals(meetings, <Calendar />) },
      { name: 'Go to', lines: asked('Go to') },
      { name: 'Do', lines: asked('Do') },
    ].filter((group) => group.lines.length > 0);
  }, [text, commands, meetings, items, onGo]);

  return (
    <Dialog title="Command palette" isOpen onOpenChange={(open) => !open && onClose()} bare size="md">
      {/* What is found is decided above, by words; the filter of Autocomplete would only see labels. */}
      <Autocomplete inputValue={text} onInputChange={setText}>
        <div className={styles.head}>
          <Search />
          <TextField aria-label="Search commands and meetings" autoFocus className={styles.field ?? ''}>
            <Input className={styles.input ?? ''} placeholder="Search commands and meetings" />
          </TextField>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and what is in it has the focus of the field */}
        <div className={styles.scroller} tabIndex={0}>
          <Menu
            aria-label="Found"
            className={styles.list ?? ''}
            renderEmptyState={() => <div className={styles.none}>Nothing found</div>}
          >
            {groups.map((group) => (
              <MenuSection key={group.name} id={group.name}>
                <Header className={styles.group ?? ''}>{group.name}</Header>
                {group.lines.map((line) => (
                  <MenuItem
                    key={line.id}
                    id={line.id}
                    textValue={line.label}
                    className={styles.entry ?? ''}
                    onAction={() => {
                      onClose();
                      line.run();
                    }}
                  >
                    {line.icon}
                    <span className={styles.label}>
                      {line.label} {line.detail && <span className={styles.detail}>{line.detail}</span>}
                    </span>
                    {line.keys && <Kbd keys={line.keys} />}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </div>
      </Autocomplete>
    </Dialog>
  );
}
