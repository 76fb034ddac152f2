import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeHref } from '../../../shared/domain/safe-href.ts';

describe('safeHref', () => {
  test.each([
    'https://example.org/',
    'http://example.org:8080/a?b=c#d',
    'HTTPS://EXAMPLE.ORG/Path',
    'https://bücher.example/straße',
    'https://[2001:db8::1]:8443/x',
    'https://[::1]/',
    'https://192.168.1.20/wiki',
    'https://example.org?next=https://other.example/@x',
    'https://example.org/a@b/%E2%80%AE',
    'mailto:anna@example.org',
    'mailto:anna@example.org,ben@example.org?subject=Agenda',
    'tel:+49-30-1234567',
    'tel:+1(602)5550100,,123456#',
  ])('lets %s through unchanged', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  test('trims and encodes spaces, which pages write and browsers would encode', () => {
    expect(safeHref(' https://example.org/a b ')).toBe('https://example.org/a%20b');
  });

  test.each([
    ['another scheme', 'javascript:alert(1)'],
    ['another scheme in disguise', 'java\tscript:alert(1)'],
    ['data', 'data:text/html,<p>'],
    ['a file', 'file:///etc/passwd'],
    ['no scheme', '//example.org/'],
    ['a bare name', 'www.example.org'],
    ['an empty text', '  '],
    ['an address without slashes', 'https:example.org'],
    ['one slash', 'https:/example.org'],
    ['three slashes', 'https:///example.org'],
    ['a backslash host', 'https:\\\\example.org'],
    ['a backslash after the host', 'https://example.org\\@evil.example'],
    ['a user', 'https://bank.example@evil.example/'],
    ['a user and password', 'https://a:b@evil.example/'],
    ['an odd number for a host', 'http://2130706433/'],
    ['a hexadecimal host', 'http://0x7f.1/'],
    ['octal parts', 'http://0177.0.0.1/'],
    ['too large a port', 'https://example.org:70000/'],
    ['a broken IPv6 host', 'https://[1::2::3]/'],
    ['a newline', 'https://example.org/\nx'],
    ['text that runs right to left', 'https://example.org/\u202egpj.exe'],
    ['a zero-width space', 'https://exam\u200bple.org/'],
    ['an address that goes on for ever', `https://example.org/${'a'.repeat(10_000)}`],
    ['mail to nobody', 'mailto:'],
    ['a phone that is a program', 'tel:alert(1)'],
  ])('refuses %s', (_, href) => {
    expect(safeHref(href)).toBeNull();
  });

  test('agrees with the URL parser of the platform on everything it lets through', () => {
    const pieces = [
      'https',
      'http',
      'mailto',
      'tel',
      'javascript',
      ':',
      '/',
      '//',
      '\\',
      '@',
      '[',
      ']',
      '::1',
    ];
    const more = ['.', '?', '#', '%', 'a', 'ex.org', '127.1', '0', ':80', ' ', '\t', 'é', '\u200d', '1'];
    const text = fc
      .array(fc.constantFrom(...pieces, ...more), { maxLength: 12 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((tail) => `https://${tail}`),
          fc.webUrl(),
        ),
        (input) => {
          const href = safeHref(input);
          if (href === null || !URL.canParse(href)) return;
          const url = new URL(href);
          expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(url.protocol);
          expect([url.username, url.password]).toEqual(['', '']);
          expect(safeHref(href)).toBe(href);
          const host = /^https?:\/\/([^/?#:[\]]+|\[[^\]]*\])/i.exec(href)?.[1];
          if (host && /^[a-z0-9.]+$/i.test(host)) expect(url.hostname).toBe(host.toLowerCase());
        },
      ),
      { numRuns: 3000 },
    );
  }, 60_000);
});
