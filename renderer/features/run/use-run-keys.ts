// The keys of the Run view. They work while the minutes have the focus, so they are taken before the editor sees them;
// a dialog that is open keeps its keys.

import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { agendaLines } from '../../../shared/domain/find-item.ts';
import { itemEstimate } from '../../../shared/domain/plan-times.ts';
import { clockAt } from '../../../shared/domain/run-state.ts';
import { useSync } from '../../session/meeting-context.tsx';
import { announce } from '../../ui/live-region.tsx';
import { timerName } from './clock-words.ts';
import { useRun } from './run-context.tsx';
import type { Columns } from './use-columns.ts';

export function useRunKeys(columns: Columns): void {
  const run = useRun();
  const { now } = useSync().clock;

  useEffect(() => {
    const { presses, state, live, shown, days, show } = run;
    const step = (by: 1 | -1) => {
      const lines = days.flatMap((day) => day.blocks.flatMap((block) => agendaLines(block)));
      const at = lines.findIndex(({ id }) => id === shown?.item.id);
      const next = lines[at + by];
      if (next) show(next.id);
    };
    const pause = () => {
      presses.pauseOrResume();
      if (!live) return;
      const { item } = live;
      announce(`${timerName(clockAt(state, itemEstimate(item)?.low ?? null, item.kind, now()))}.`);
    };
    const key = (act: () => void) => (event: KeyboardEvent) => {
      const inDialog =
        event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]');
      if (event.defaultPrevented || event.repeat || inDialog) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    return tinykeys(
      window,
      {
        '$mod+Enter': key(presses.next),
        '$mod+Shift+Space': key(pause),
        '$mod+Shift+Equal': key(() => presses.extend(5)),
        '$mod+Shift+Minus': key(() => presses.extend(-5)),
        '$mod+Shift+Alt+Equal': key(() => presses.extend(1)),
        '$mod+Shift+Alt+Minus': key(() => presses.extend(-1)),
        '$mod+l': key(() => state.item && show(state.item)),
        'Alt+ArrowUp': key(() => step(-1)),
        'Alt+ArrowDown': key(() => step(1)),
        '$mod+Backslash': key(() => columns.toggle('rail')),
        '$mod+Shift+Backslash': key(() => columns.toggle('side')),
      },
      // The library's own rule leaves out texts, which is where the note-taker's hands are.
      { capture: true, ignore: (event) => event.isComposing },
    );
  }, [run, columns, now]);

  const { closeDrawers, width } = columns;
  useEffect(() => {
    if (width === 'wide') return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeDrawers();
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [closeDrawers, width]);
}
