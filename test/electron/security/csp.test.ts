import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, PRINT_POLICY, withNonce } from '../../../electron/security/csp.ts';

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map((line) => {
      const [name = '', ...values] = line.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

describe('the content policy of the app', () => {
  const policy = directives(contentSecurityPolicy('n0nce'));

  test.each([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['style-src', "'self' 'nonce-n0nce'"],
    ['img-src', "'self' blob: data:"],
    ['font-src', "'self'"],
    ['connect-src', "'self' ws: wss:"],
    ['worker-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
    ['object-src', "'none'"],
  ])('%s is %s', (name, value) => {
    expect(policy.get(name)).toBe(value);
  });

  test('without a nonce lets no style element through', () => {
    expect(directives(contentSecurityPolicy()).get('style-src')).toBe("'self'");
  });
});

test('a page to be printed runs nothing and fetches nothing', () => {
  const policy = directives(PRINT_POLICY);
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.has('script-src')).toBe(false);
  expect([...policy.values()].join(' ')).not.toMatch(/https?:|'self'|\*/);
});

describe('the nonce in a page', () => {
  test('is the first thing of its head', () => {
    expect(withNonce('<!doctype html><html><head><title>a</title></head></html>', 'abc')).toBe(
      '<!doctype html><html><head><meta property="csp-nonce" nonce="abc"><title>a</title></head></html>',
    );
  });

  test('leaves a header element alone', () => {
    expect(withNonce('<header></header>', 'abc')).toBe('<header></header>');
  });
});
