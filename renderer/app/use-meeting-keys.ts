import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { useOpenMeeting } from '../session/meeting-context.tsx';
import { announce } from '../ui/live-region.tsx';
import { hasTextFocus } from './text-focus.ts';

/** Undo and redo of the plan. A text that has the focus keeps these keys for itself. */
export function useMeetingKeys(): void {
  const { undo } = useOpenMeeting();
  useEffect(() => {
    const step = (act: () => boolean, done: string) => (event: KeyboardEvent) => {
      if (event.defaultPrevented || hasTextFocus()) return;
      event.preventDefault();
      if (act()) announce(done);
    };
    const redo = step(undo.redo, 'Redone.');
    return tinykeys(window, { '$mod+z': step(undo.undo, 'Undone.'), '$mod+Shift+z': redo, '$mod+y': redo });
  }, [undo]);
}
