// The application menu: what the system does itself is a role, what the page does is a command it is told of.

import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/ipc/menu-command.ts';

export interface MenuOptions {
  readonly isMac: boolean;
  /** A developer's build also offers the developer tools. */
  readonly isPackaged: boolean;
  choose(command: MenuCommand): void;
}

type Item = MenuItemConstructorOptions;

export function appMenu(options: MenuOptions): Item[] {
  const command = (id: MenuCommand, label: string, accelerator?: string): Item => ({
    id,
    label,
    ...(accelerator && { accelerator }),
    click: () => options.choose(id),
  });
  const settings = command('settings', 'Settings...', 'CmdOrCtrl+,');
  const line: Item = { type: 'separator' };
  const appMenuOfMac: Item = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      settings,
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  };
  const file: Item = {
    label: 'File',
    submenu: [
      command('new-meeting', 'New meeting', 'CmdOrCtrl+N'),
      command('import', 'Import...', 'CmdOrCtrl+O'),
      command('join', 'Join with an invite...'),
      line,
      command('share', 'Share this meeting...'),
      command('save-pdf', 'Save as PDF...', 'CmdOrCtrl+P'),
      line,
      ...(options.isMac ? [] : [settings, line]),
      { role: options.isMac ? 'close' : 'quit' },
    ],
  };
  const edit: Item = {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'selectAll' },
    ],
  };
  const view: Item = {
    label: 'View',
    submenu: [
      command('home', 'Home', 'CmdOrCtrl+Shift+L'),
      command('plan', 'Plan', 'CmdOrCtrl+1'),
      command('run', 'Run', 'CmdOrCtrl+2'),
      command('actions', 'Actions', 'CmdOrCtrl+3'),
      command('publish', 'Publish', 'CmdOrCtrl+4'),
      line,
      command('connection', 'Connection', 'CmdOrCtrl+Shift+C'),
      line,
      { role: 'resetZoom', label: 'Usual text size' },
      { role: 'zoomIn', label: 'Larger text' },
      { role: 'zoomOut', label: 'Smaller text' },
      line,
      { role: 'togglefullscreen' },
      ...(options.isPackaged ? [] : [line, { role: 'reload' } as Item, { role: 'toggleDevTools' } as Item]),
    ],
  };
  const help: Item = {
    role: 'help',
    submenu: [
      command('shortcuts', 'Keyboard shortcuts', 'CmdOrCtrl+/'),
      ...(options.isMac ? [] : [line, { role: 'about' } as Item]),
    ],
  };
  return [...(options.isMac ? [appMenuOfMac] : []), file, edit, view, { role: 'windowMenu' }, help];
}
