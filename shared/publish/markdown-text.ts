// Text on its way into Markdown: whatever a meeting says, it comes out as words and never as structure.

const SYNTAX = /[\\`*_[\]<>~|#]|&(?=#?\w+;)/gu;
/** Tab and line end are handled apart; the other controls have no meaning in a text and break readers. */
const CONTROL = /(?![\t\n])\p{Cc}|\p{Surrogate}/gu;

export function escapeMarkdown(text: string): string {
  return text.replace(CONTROL, '').replace(SYNTAX, '\\$&').replace(/\t/gu, '&#9;').replace(/\n/gu, ' ');
}

/** What would open a list, a rule or an underline at the start of a line is escaped there too. */
export function escapeLineStart(escaped: string): string {
  return escaped
    .replace(/^ +/u, (spaces) => '&#32;'.repeat(spaces.length))
    .replace(/^([-+=:])/u, '\\$1')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2');
}

/** A value of a field line: one line, with the separators of such lines written as entities. */
export function fieldText(text: string, ...separators: readonly (',' | '—' | '·')[]): string {
  const escaped = escapeMarkdown(text.replace(/\s+/gu, ' ').trim());
  return separators.reduce((line, separator) => line.replaceAll(separator, ENTITIES[separator]), escaped);
}

const ENTITIES = { ',': '&#44;', '—': '&mdash;', '·': '&middot;' } as const;

/** Code between as many backticks as it needs. */
export function codeSpan(text: string): string {
  const line = text.replace(CONTROL, '').replace(/\n/gu, ' ');
  const fence = '`'.repeat(longestRun(line, '`') + 1);
  const padded = /^`|`$|^ .*[^ ].* $/u.test(line) ? ` ${line} ` : line;
  return `${fence}${padded}${fence}`;
}

export function codeFence(text: string): string {
  return '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
}

/** The target of a link; `safeHref` has already made it an address without spaces. */
export function linkTarget(href: string): string {
  const safe = href
    .replace(/</gu, '%3C')
    .replace(/>/gu, '%3E')
    .replace(/\\|&(?=#?\w+;)/gu, '\\$&');
  return /[()\s]/u.test(safe) ? `<${safe}>` : safe;
}

function longestRun(text: string, character: string): number {
  return Math.max(0, ...[...text.matchAll(new RegExp(`${character}+`, 'gu'))].map((run) => run[0].length));
}
