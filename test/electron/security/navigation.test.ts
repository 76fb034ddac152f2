import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { isAppUrl } from '../../../electron/security/app-origin.ts';
import { guardNavigation } from '../../../electron/security/navigation.ts';

describe('an address of the app', () => {
  test.each(['app://quorum/', 'app://quorum/index.html#/m/1/run'])('%s is one', (url) => {
    expect(isAppUrl(url)).toBe(true);
  });
  test.each([
    'https://example.org/?next=app://quorum/',
    'https://app://quorum/',
    'app://quorum.example.org/',
    'app://quorum:80/',
    'app://user@quorum/',
    'app:quorum',
    'APP://QUORUM/',
    'file:///app/quorum',
    'about:blank',
    'javascript:alert(1)',
    '',
  ])('%s is none', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });
});

describe('a window', () => {
  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])(
    'is kept from leaving the app by %s',
    (name) => {
      expect(fire(name, 'https://example.org/').prevented).toBe(true);
    },
  );

  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
    'may move inside the app (%s)',
    (name) => {
      expect(fire(name, 'app://quorum/index.html').prevented).toBe(false);
    },
  );

  test('never opens another one; the address goes outside', () => {
    const { contents, opened } = guarded();
    expect(contents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    expect(contents.openHandler?.({ url: 'app://quorum/' })).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://example.org/', 'app://quorum/']);
  });

  test('hands outside only where it would have gone itself, not what a frame or a redirect asks for', () => {
    expect(fire('will-navigate', 'https://example.org/').opened).toEqual(['https://example.org/']);
    expect(fire('will-redirect', 'https://example.org/').opened).toEqual([]);
    expect(fire('will-frame-navigate', 'https://example.org/').opened).toEqual([]);
  });
});

type OpenHandler = (details: { url: string }) => { action: string };

class FakeContents extends EventEmitter {
  openHandler: OpenHandler | null = null;
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
}

function guarded() {
  const contents = new FakeContents();
  const opened: string[] = [];
  guardNavigation(contents as never, (url) => opened.push(url));
  return { contents, opened };
}

function fire(name: string, url: string) {
  const { contents, opened } = guarded();
  let prevented = false;
  const preventDefault = () => {
    prevented = true;
  };
  contents.emit(name, { url, preventDefault });
  return { prevented, opened };
}
