import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { appMenu } from '../../../electron/menu/app-menu.ts';
import { MENU_COMMANDS } from '../../../shared/ipc/menu-command.ts';

type Item = MenuItemConstructorOptions;

function items(isMac: boolean, isPackaged = true): { list: Item[]; chosen: string[] } {
  const chosen: string[] = [];
  const flat = (list: Item[]): Item[] =>
    list.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
  return { list: flat(appMenu({ isMac, isPackaged, choose: (command) => chosen.push(command) })), chosen };
}

describe.each([true, false])('the menu (on a Mac: %s)', (isMac) => {
  test('has every command once and tells the page which was chosen', () => {
    const { list, chosen } = items(isMac);
    for (const item of list) item.click?.({} as never, undefined, {} as never);
    expect(chosen.sort()).toEqual([...MENU_COMMANDS].sort());
  });

  test('leaves undo, clipboard and text size to the system', () => {
    const roles = items(isMac).list.map((item) => item.role);
    for (const role of [
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      'quit',
      'about',
    ]) {
      expect(roles).toContain(role);
    }
  });

  test('leads to working together, with the keys that the page has', () => {
    const found = (id: string) => items(isMac).list.find((item) => item.id === id);
    expect(found('join')).toMatchObject({ label: 'Join with an invite...' });
    expect(found('share')).toMatchObject({ label: 'Share this meeting...' });
    expect(found('connection')).toMatchObject({ label: 'Connection', accelerator: 'CmdOrCtrl+Shift+C' });
    expect(found('join')).not.toHaveProperty('accelerator');
  });

  test('gives no key to two things', () => {
    const keys = items(isMac).list.flatMap((item) => (item.accelerator ? [item.accelerator] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('shows tools of developers to developers only', () => {
    expect(items(isMac, true).list.map((item) => item.role)).not.toContain('toggleDevTools');
    expect(items(isMac, false).list.map((item) => item.role)).toContain('toggleDevTools');
  });
});
