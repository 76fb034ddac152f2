import { useMemo } from 'react';
import type { Command } from './commands.ts';
import {
  HOME,
  JOIN,
  MEETING_VIEWS,
  MEETINGS,
  meetingPath,
  readMeetingPath,
  SETTINGS,
  TEMPLATES,
  VIEW_NAMES,
} from './paths.ts';
import { focusRegion } from './regions.ts';

/** What the commands need of the app around them. */
export interface CommandDeps {
  readonly path: string;
  readonly go: (path: string) => void;
  readonly newMeeting: () => void;
  readonly importFile: () => void;
  readonly openSample: () => void;
  readonly savePdf: () => void;
  readonly share: () => void;
  readonly showConnection: () => void;
  readonly showPalette: () => void;
  readonly showShortcuts: () => void;
}

/** All commands that make sense at the address one is at. Give it stable functions. */
export function useCommands(deps: CommandDeps): readonly Command[] {
  const {
    path,
    go,
    newMeeting,
    importFile,
    openSample,
    savePdf,
    share,
    showConnection,
    showPalette,
    showShortcuts,
  } = deps;
  return useMemo(() => {
    const at = readMeetingPath(path);
    const everywhere: readonly Command[] = [
      { id: 'new-meeting', label: 'New meeting', group: 'Do', keys: ['Ctrl N'], run: newMeeting },
      { id: 'import', label: 'Import a page or file', group: 'Do', keys: ['Ctrl O'], run: importFile },
      { id: 'join', label: 'Join with an invite', group: 'Do', run: () => go(JOIN) },
      { id: 'sample', label: 'Look at a sample meeting', group: 'Do', run: openSample },
      { id: 'home', label: 'Home', group: 'Go to', keys: ['Ctrl Shift L'], run: () => go(HOME) },
      { id: 'meetings', label: 'All meetings', group: 'Go to', run: () => go(MEETINGS) },
      { id: 'templates', label: 'Templates', group: 'Go to', run: () => go(TEMPLATES) },
      { id: 'settings', label: 'Settings', group: 'Go to', keys: ['Ctrl ,'], run: () => go(SETTINGS) },
      {
        id: 'shortcuts',
        label: 'Keyboard shortcuts',
        group: 'Do',
        keys: ['Ctrl /', 'F1'],
        bareKeys: ['?'],
        run: showShortcuts,
      },
      { id: 'palette', label: 'Search', group: 'Do', keys: ['Ctrl K'], keysOnly: true, run: showPalette },
      {
        id: 'focus-next',
        label: 'Next region',
        group: 'Go to',
        keys: ['F6'],
        keysOnly: true,
        run: () => focusRegion(1),
      },
      {
        id: 'focus-previous',
        label: 'Previous region',
        group: 'Go to',
        keys: ['Shift F6'],
        keysOnly: true,
        run: () => focusRegion(-1),
      },
    ];
    if (!at) return everywhere;
    return [
      ...MEETING_VIEWS.map(
        (view, index): Command => ({
          id: view,
          label: VIEW_NAMES[view],
          group: 'Go to',
          keys: [`Ctrl ${index + 1}`],
          run: () => go(meetingPath(at.id, view)),
        }),
      ),
      { id: 'save-pdf', label: 'Save as PDF', group: 'Do', keys: ['Ctrl P'], run: savePdf },
      { id: 'share', label: 'Share this meeting', group: 'Do', run: share },
      {
        id: 'connection',
        label: 'Connection',
        group: 'Go to',
        keys: ['Ctrl Shift C'],
        run: showConnection,
      },
      ...everywhere,
    ];
  }, [
    path,
    go,
    newMeeting,
    importFile,
    openSample,
    savePdf,
    share,
    showConnection,
    showPalette,
    showShortcuts,
  ]);
}
