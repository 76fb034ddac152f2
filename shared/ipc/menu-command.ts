/** What the application menu can ask of the page. Roles of the system (copy, undo, zoom) never get here. */
export const MENU_COMMANDS = [
  'new-meeting',
  'import',
  'join',
  'share',
  'save-pdf',
  'settings',
  'home',
  'plan',
  'run',
  'actions',
  'publish',
  'connection',
  'shortcuts',
] as const;

export type MenuCommand = (typeof MENU_COMMANDS)[number];
