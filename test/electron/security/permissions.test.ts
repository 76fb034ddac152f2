import { describe, expect, test } from 'vitest';
import { isPermitted, limitPermissions } from '../../../electron/security/permissions.ts';

const APP = 'app://quorum/';

describe('what a page may ask of the computer', () => {
  test.each([
    'notifications',
    'fullscreen',
    'clipboard-sanitized-write',
    'window-management',
    'persistent-storage',
  ])('%s is permitted to the app and nobody else', (permission) => {
    expect(isPermitted(permission, APP)).toBe(true);
    expect(isPermitted(permission, 'https://example.org/')).toBe(false);
    expect(isPermitted(permission, 'https://example.org/?at=app://quorum/')).toBe(false);
    expect(isPermitted(permission, '')).toBe(false);
  });

  test.each([
    'media',
    'geolocation',
    'clipboard-read',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'midi',
    'unknown',
    '__proto__',
  ])('%s is not', (permission) => {
    expect(isPermitted(permission, APP)).toBe(false);
  });
});

test('the session asks for both, requests and checks, and gives no device', () => {
  const session = fakeSession();
  limitPermissions(session);
  const answers: boolean[] = [];
  for (const permission of ['notifications', 'geolocation'] as const) {
    session.request?.({} as never, permission, (yes) => answers.push(yes), {
      isMainFrame: true,
      requestingUrl: APP,
    } as never);
    answers.push(session.check?.(null, permission, APP, {} as never) ?? true);
  }
  expect(answers).toEqual([true, true, false, false]);
  expect(session.device?.({} as never)).toBe(false);
});

type Session = Parameters<typeof limitPermissions>[0];
type Handler<K extends keyof Session> = Parameters<Session[K]>[0];

function fakeSession() {
  const session = {
    request: null as Handler<'setPermissionRequestHandler'>,
    check: null as Handler<'setPermissionCheckHandler'>,
    device: null as Handler<'setDevicePermissionHandler'>,
    setPermissionRequestHandler: (handler: Handler<'setPermissionRequestHandler'>) => {
      session.request = handler;
    },
    setPermissionCheckHandler: (handler: Handler<'setPermissionCheckHandler'>) => {
      session.check = handler;
    },
    setDevicePermissionHandler: (handler: Handler<'setDevicePermissionHandler'>) => {
      session.device = handler;
    },
  };
  return session;
}
