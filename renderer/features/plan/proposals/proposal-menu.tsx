import {
  ArrowDown,
  ArrowLeft,
  ArrowUp,
  Ellipsis,
  Link,
  Pencil,
  RotateCcw,
  Split,
  Trash2,
  UserRoundPen,
} from 'lucide-react';
import { removeProposal, reopenProposal } from '../../../../shared/doc/commands/proposals.ts';
import type { Proposal } from '../../../../shared/domain/meeting.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useOpenMeeting } from '../../../session/meeting-context.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { MenuButton, type MenuEntry } from '../../../ui/menu.tsx';
import { usePlan } from '../plan-context.tsx';
import type { ProposalDialogKind } from './proposal-dialogs.tsx';
import styles from './proposals.module.css';
import type { ProposalMoves } from './use-proposal-moves.ts';

/** Everything that can be done with a proposal and has no button of its own on the card. */
export function ProposalMenu(props: {
  readonly proposal: Proposal;
  readonly name: string;
  readonly moves: ProposalMoves;
  readonly onDialog: (kind: ProposalDialogKind) => void;
}) {
  const { proposal, name, moves, onDialog } = props;
  const { doc, readOnly, undoable } = usePlan();
  const { id: meeting } = useOpenMeeting();
  const { id, state } = proposal;
  const copyLink = async () => {
    const address = `${window.location.href.replace(/#.*$/, '')}#/m/${meeting}/plan/${id}`;
    announce((await copyText(address)) ? 'Link copied.' : 'The browser did not let it be copied.');
  };
  const leaving = (said: string, act: () => boolean) => {
    const focusNext = moves.focusBeside(id);
    undoable(said, act);
    focusNext();
  };
  const whileOpen: readonly MenuEntry[] = [
    {
      id: 'day',
      label: 'Add to the day shown',
      icon: <ArrowLeft />,
      shortcut: 'Alt Shift Left',
      onAction: () => moves.toDay(id, false),
    },
    {
      id: 'present',
      label: 'Hand to another presenter…',
      icon: <UserRoundPen />,
      onAction: () => onDialog('present'),
    },
    { id: 'split', label: 'Split…', icon: <Split />, onAction: () => onDialog('split') },
    {
      id: 'up',
      label: 'Move up',
      icon: <ArrowUp />,
      shortcut: 'Alt Shift Up',
      separated: true,
      onAction: () => moves.step(id, -1),
    },
    {
      id: 'down',
      label: 'Move down',
      icon: <ArrowDown />,
      shortcut: 'Alt Shift Down',
      onAction: () => moves.step(id, 1),
    },
  ];
  const link: MenuEntry = {
    id: 'link',
    label: 'Copy link',
    icon: <Link />,
    separated: true,
    onAction: copyLink,
  };
  const settled: readonly MenuEntry[] = [
    {
      id: 'reopen',
      label: 'Reopen',
      icon: <RotateCcw />,
      onAction: () => leaving(`${name} is open again`, () => reopenProposal(doc, id)),
    },
  ];
  return (
    <MenuButton
      label={`Actions for ${name}`}
      icon={<Ellipsis />}
      size="sm"
      className={styles.cardMenu}
      items={
        readOnly
          ? [link]
          : [
              { id: 'edit', label: 'Edit…', icon: <Pencil />, onAction: () => onDialog('edit') },
              ...(state === 'open' ? whileOpen : settled),
              link,
              {
                id: 'delete',
                label: 'Delete',
                icon: <Trash2 />,
                danger: true,
                onAction: () => leaving(`${name} deleted`, () => removeProposal(doc, id)),
              },
            ]
      }
    />
  );
}
