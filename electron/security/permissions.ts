// What a page may ask of the computer: nothing but these, each with its reason, and only the app's own page.

import type { Session } from 'electron';
import { isAppUrl } from './app-origin.ts';

const ALLOWED: ReadonlyMap<string, string> = new Map([
  ['notifications', 'presenters and guests are told that their item comes up'],
  ['fullscreen', 'the clock fills a second screen'],
  ['clipboard-sanitized-write', 'links, tables and invites are copied'],
  ['window-management', 'the clock opens on the screen the user chose'],
  ['persistent-storage', 'meetings live in the page storage and must not be cleared when the disk gets full'],
]);

export function isPermitted(permission: string, origin: string): boolean {
  return ALLOWED.has(permission) && isAppUrl(origin);
}

type Permissions = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** Both handlers are needed: most web APIs check first and ask only when the check says no. */
export function limitPermissions(session: Permissions): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isPermitted(permission, details.requestingUrl ?? ''));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, origin));
  session.setDevicePermissionHandler(() => false);
}
