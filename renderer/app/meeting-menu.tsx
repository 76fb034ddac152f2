import { Copy, Ellipsis, History, LayoutTemplate, Link2, Redo2, Trash, Undo2 } from 'lucide-react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { LibraryActs } from '../features/library/use-library-acts.ts';
import { useMeeting, useOpenMeeting, useReadOnly, useUndoState } from '../session/meeting-context.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { useToasts } from '../ui/toast.tsx';
import { HOME, type MeetingPlace } from './paths.ts';

/** The menu of the meeting one is in, at the end of the top bar. */
export function MeetingMenu(props: {
  readonly place: MeetingPlace;
  readonly acts: LibraryActs;
  readonly onShowKept: () => void;
}) {
  const { place, acts } = props;
  const { undo, meeting, kept } = useOpenMeeting();
  const hasKept = useStore(kept, ({ kept }) => kept.length > 0);
  const isTemplate = useMeeting((open) => open.meta.template);
  const readOnly = useReadOnly();
  const { canUndo, canRedo } = useUndoState();
  const { show } = useToasts();
  const [, go] = useLocation();
  return (
    <MenuButton
      label="More for this meeting"
      icon={<Ellipsis />}
      items={[
        {
          id: 'undo',
          label: 'Undo',
          icon: <Undo2 />,
          shortcut: 'Ctrl Z',
          disabled: readOnly || !canUndo,
          onAction: () => void undo.undo(),
        },
        {
          id: 'redo',
          label: 'Redo',
          icon: <Redo2 />,
          shortcut: 'Ctrl Shift Z',
          disabled: readOnly || !canRedo,
          onAction: () => void undo.redo(),
        },
        {
          id: 'link',
          label: 'Copy link',
          icon: <Link2 />,
          separated: true,
          onAction: () => {
            navigator.clipboard.writeText(location.href).then(
              () => show({ text: 'Link copied' }),
              () =>
                show({ text: 'This browser does not let pages copy. Copy the address above.', tone: 'warn' }),
            );
          },
        },
        ...(isTemplate
          ? [
              {
                id: 'copy',
                label: 'Copy',
                icon: <Copy />,
                onAction: () => acts.adaptTemplate({ kind: 'own', id: place.id }),
              },
            ]
          : [
              {
                id: 'duplicate',
                label: 'Duplicate…',
                icon: <Copy />,
                onAction: () => acts.duplicate(place.id),
              },
              {
                id: 'template',
                label: 'Save as template',
                icon: <LayoutTemplate />,
                onAction: () => acts.saveAsTemplate(place.id),
              },
            ]),
        ...(hasKept
          ? [{ id: 'kept', label: 'Kept versions...', icon: <History />, onAction: props.onShowKept }]
          : []),
        {
          id: 'delete',
          label: 'Delete',
          icon: <Trash />,
          danger: true,
          separated: true,
          onAction: () => {
            const { title } = meeting.getState().meta;
            go(HOME);
            acts.remove(place.id, title);
          },
        },
      ]}
    />
  );
}
