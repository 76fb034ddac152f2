import {
  ArrowDown,
  ArrowUp,
  Ban,
  Copy,
  Ellipsis,
  MoveVertical,
  NotebookPen,
  Pencil,
  Pin,
  PinOff,
  RotateCcw,
  Trash2,
} from 'lucide-react';
import { memo, useContext } from 'react';
import { useLocation } from 'wouter';
import { duplicateItem } from '../../../../shared/doc/commands/duplicate-item.ts';
import { editItem, removeItem, restoreItem } from '../../../../shared/doc/commands/items.ts';
import type { AgendaItem } from '../../../../shared/domain/meeting.ts';
import { DAY_MINUTES, type TimeOfDay } from '../../../../shared/domain/time.ts';
import { MenuButton, type MenuEntry } from '../../../ui/menu.tsx';
import { usePlan } from '../plan-context.tsx';
import { DayActsContext } from './day-acts.tsx';
import { focusBeside } from './row-keys.ts';

/** Everything that can be done with an item; the way for one pointer where others drag. */
export const ItemMenu = memo(function ItemMenu(props: {
  readonly item: AgendaItem;
  readonly name: string;
  readonly isSlot: boolean;
  readonly start: number | null;
}) {
  const { item, name, isSlot, start } = props;
  const { doc, newId, readOnly, undoable, itemPath } = usePlan();
  const { moves, openDialog } = useContext(DayActsContext);
  const [, navigate] = useLocation();
  const open: MenuEntry = {
    id: 'open',
    label: 'Open preparation and minutes',
    icon: <NotebookPen />,
    onAction: () => navigate(itemPath(item.id)),
  };
  const moving: MenuEntry[] = isSlot
    ? []
    : [
        {
          id: 'move',
          label: 'Move to…',
          icon: <MoveVertical />,
          separated: true,
          onAction: () => openDialog('move', item.id),
        },
        {
          id: 'up',
          label: 'Move up',
          icon: <ArrowUp />,
          shortcut: 'Alt Shift Up',
          onAction: () => moves.step(item.id, 'up'),
        },
        {
          id: 'down',
          label: 'Move down',
          icon: <ArrowDown />,
          shortcut: 'Alt Shift Down',
          onAction: () => moves.step(item.id, 'down'),
        },
      ];
  const pin: MenuEntry =
    item.start === null
      ? {
          id: 'pin',
          label: 'Pin this start',
          icon: <Pin />,
          disabled: start === null,
          onAction: () =>
            start !== null && editItem(doc, item.id, { start: (start % DAY_MINUTES) as TimeOfDay }),
        }
      : {
          id: 'unpin',
          label: 'Unpin the start',
          icon: <PinOff />,
          onAction: () => editItem(doc, item.id, { start: null }),
        };
  const cancel: MenuEntry =
    item.cancelled === null
      ? {
          id: 'cancel',
          label: 'Cancel…',
          icon: <Ban />,
          separated: true,
          onAction: () => openDialog('cancel', item.id),
        }
      : {
          id: 'restore',
          label: 'Restore',
          icon: <RotateCcw />,
          separated: true,
          onAction: () => restoreItem(doc, item.id),
        };
  const items: readonly MenuEntry[] = readOnly
    ? [open]
    : [
        open,
        {
          id: 'details',
          label: 'Details…',
          icon: <Pencil />,
          onAction: () => openDialog('details', item.id),
        },
        pin,
        ...moving,
        {
          id: 'copy',
          label: 'Duplicate',
          icon: <Copy />,
          separated: isSlot,
          onAction: () => duplicateItem(doc, newId, item.id),
        },
        cancel,
        {
          id: 'delete',
          label: 'Delete',
          icon: <Trash2 />,
          danger: true,
          onAction: () => {
            const focusNext = focusBeside(item.id);
            undoable(`${name} deleted`, () => removeItem(doc, item.id));
            focusNext();
          },
        },
      ];
  return <MenuButton label={`Actions for ${name}`} icon={<Ellipsis />} size="sm" items={items} />;
});
