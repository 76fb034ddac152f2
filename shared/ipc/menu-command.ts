/** What the application menu can ask of the page. Roles of the system (copy, undo, zoom) never get here. */
export const MENU_COMMANDS = [
  'new-meeting',
  'import',
  'save-pdf',
  'settings',
  'home',
  'plan',
  'run',
  'actions',
  'publish',
  'shortcuts',
] as const;

export type MenuCommand = (typeof MENU_COMMANDS)[number];
