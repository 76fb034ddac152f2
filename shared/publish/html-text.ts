// Text on its way into HTML and CSS. Every string of a meeting passes through here.

// Control characters but tab and line end, and the characters that reorder or override the direction of what follows them.
// Direction is set by `dir="auto"` and `<bdi>` instead, which cannot reach beyond their element.
const UNPRINTABLE = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const SPECIAL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const ENTITY: ReadonlyMap<string, string> = new Map(Object.entries(SPECIAL).map(([c, name]) => [name, c]));

export function cleanText(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(LONE_SURROGATE, '\ufffd');
}

/** For element content and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/gu, (character) => SPECIAL[character] ?? character);
}

/** Takes back `escapeHtml`: for reading what was written by it, not for HTML in general. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITY.get(entity) ?? entity);
}

/** A CSS string, quotes included, that can end neither itself nor the style element. Longer than `limit` it is cut. */
export function cssString(text: string, limit: number): string {
  const characters = [...cleanText(text).replace(/\s+/gu, ' ')];
  const cut = characters.length > limit ? [...characters.slice(0, limit - 1), '…'] : characters;
  const escaped = cut.map((c) => (/[\p{L}\p{N} ,.:·]/u.test(c) ? c : `\\${c.codePointAt(0)?.toString(16)} `));
  return `"${escaped.join('')}"`;
}
