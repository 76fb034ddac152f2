import { describe, expect, test } from 'vitest';
import { openLink } from '../../../electron/security/external-links.ts';

describe('an address that is to be opened outside', () => {
  test.each(['https://example.org/a?b#c', 'http://example.org', 'mailto:a@example.org', 'tel:+4930123456'])(
    '%s is',
    async (url) => {
      const opened: string[] = [];
      const answer = await openLink(url, async (address) => void opened.push(address));
      expect(answer).toEqual({ ok: true, value: null });
      expect(opened).toEqual([url]);
    },
  );

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,a',
    'app://quorum/',
    'smb://host/share',
    '\\\\host\\share',
    'ms-settings:',
    'https:\\\\example.org',
    'no address',
    '',
  ])('%s is not', async (url) => {
    const answer = await openLink(url, () => Promise.reject(new Error('opened')));
    expect(answer).toMatchObject({ ok: false, error: { code: 'link-refused' } });
  });

  test('that the system cannot open is told', async () => {
    const answer = await openLink('mailto:a@example.org', () => Promise.reject(new Error('no mail program')));
    expect(answer).toMatchObject({ ok: false, error: { code: 'failed' } });
  });
});
