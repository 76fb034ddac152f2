// The one gate for link targets: what it lets through may be put into an `href` of the app, a PDF or an exported page.
// Strict on purpose (browsers repair `https:host`, `https:\\host` and tabs inside a scheme; this refuses them), so that
// what a reader sees and where a click goes are the same. Does not know what a link is for, and never loads anything.

const MAX_LENGTH = 8192;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** Control characters, line separators, and marks that reorder or hide text. */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;
const NAME = /^(?!-)[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*\.?$/u;
const IPV6 = /^\[[0-9a-f:.]{2,45}\]$/i;
const LETTERS_OF_NUMBER = /^(?:0x[0-9a-f]*|[0-9]+)$/i;
const MAIL = /^[^@?#\s/\\]+@[^@?#\s/\\]+(?:,[^@?#\s/\\]+@[^@?#\s/\\]+)*(?:\?[^#]*)?$/;
const PHONE = /^\+?[0-9][0-9().\-/*#,;=a-z%+]*$/i;

/** The link target, trimmed and with spaces encoded, or `null` if it is not a plain http, https, mailto or tel link. */
export function safeHref(text: string): string | null {
  const href = text.trim().replaceAll(' ', '%20');
  if (href.length === 0 || href.length > MAX_LENGTH || HIDDEN.test(href) || href.includes('\\')) return null;
  const scheme = SCHEME.exec(href)?.[1];
  if (scheme === undefined) return null;
  const rest = href.slice(scheme.length + 1);
  switch (scheme.toLowerCase()) {
    case 'http':
    case 'https':
      return isWebAddress(rest) ? href : null;
    case 'mailto':
      return MAIL.test(rest) ? href : null;
    case 'tel':
      return PHONE.test(rest) ? href : null;
    default:
      return null;
  }
}

function isWebAddress(rest: string): boolean {
  if (!rest.startsWith('//')) return false;
  const end = rest.slice(2).search(/[/?#]/);
  const authority = end === -1 ? rest.slice(2) : rest.slice(2, 2 + end);
  const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::([0-9]+))?$/.exec(authority) ?? [];
  if (host === undefined || (port !== undefined && Number(port) > 65_535)) return false;
  return host.startsWith('[') ? isIpv6(host) : NAME.test(host) && !isOddNumber(host);
}

/** Numbers that browsers read as an IPv4 address though they do not look like one: `0x7f.1`, `2130706433`. */
function isOddNumber(host: string): boolean {
  const labels = host.replace(/\.$/, '').split('.');
  if (!LETTERS_OF_NUMBER.test(labels.at(-1) ?? '')) return false;
  return !(
    labels.length === 4 && labels.every((label) => /^(?:0|[1-9][0-9]{0,2})$/.test(label) && +label < 256)
  );
}

function isIpv6(host: string): boolean {
  if (!IPV6.test(host)) return false;
  const [head = '', tail, ...more] = host.slice(1, -1).split('::');
  if (more.length > 0) return false;
  const groups = [...head.split(':'), ...(tail?.split(':') ?? [])].filter((group) => group !== '');
  const wellFormed = groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
  return wellFormed && (tail === undefined ? groups.length === 8 && !head.endsWith(':') : groups.length < 8);
}
