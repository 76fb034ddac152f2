// Which cuts of which fonts a document needs, from the characters in it: a page in English carries two files, not sixty.
// Works on the style sheets of the @fontsource packages. Knows neither files nor bundlers: who calls it loads the bytes.

/** A family in order of preference; `css` are its @font-face sheets, one for each weight and style. */
export interface FontFamily {
  readonly css: readonly string[];
  /** `code` families are needed only where the document holds code. */
  readonly use: 'text' | 'code';
}

export interface FontFace {
  /** The woff2 file as the sheet names it: "./files/inter-latin-400-normal.woff2". */
  readonly file: string;
  /** The rule as CSS around the address of that file. */
  readonly cssFor: (url: string) => string;
}

interface ParsedFace {
  readonly family: string;
  readonly style: string;
  readonly weight: string;
  readonly file: string;
  readonly range: string;
  readonly covers: (codePoint: number) => boolean;
}

/** A later family is asked only for what the ones before it do not have. */
export function pickFontFaces(families: readonly FontFamily[], html: string): readonly FontFace[] {
  const hasCode = html.includes('<code');
  const italic = html.includes('<i>') || html.includes('<h6');
  const all = new Set(Array.from(html, (character) => character.codePointAt(0) ?? 0));
  let missing = all;
  const picked: ParsedFace[] = [];
  for (const { css, use } of families) {
    if (use === 'code' && !hasCode) continue;
    const wanted = use === 'code' ? all : missing;
    const faces = css.flatMap(parseFaces).filter((face) => italic || face.style === 'normal');
    picked.push(...faces.filter((face) => [...wanted].some(face.covers)));
    if (use === 'text') missing = new Set([...missing].filter((c) => !faces.some((face) => face.covers(c))));
  }
  return picked.map(({ family, style, weight, file, range }) => ({
    file,
    cssFor: (url) =>
      `@font-face{font-family:${family};font-style:${style};font-weight:${weight};src:url(${url}) format('woff2');unicode-range:${range}}\n`,
  }));
}

function parseFaces(css: string): readonly ParsedFace[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/gu)].flatMap(([, body = '']) => {
    const field = (name: string): string => new RegExp(`${name}:\\s*([^;]*);`, 'u').exec(body)?.[1] ?? '';
    const file = /url\(([^)]*\.woff2)\)/u.exec(body)?.[1];
    const range = field('unicode-range');
    if (file === undefined) return [];
    const face = { family: field('font-family'), style: field('font-style'), weight: field('font-weight') };
    return [{ ...face, file, range, covers: parseRange(range) }];
  });
}

/** "U+0000-00FF,U+0131": without a range a face covers everything. */
function parseRange(range: string): (codePoint: number) => boolean {
  const spans = [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/giu)].map(([, from = '', to = from]) => ({
    from: Number.parseInt(from, 16),
    to: Number.parseInt(to, 16),
  }));
  return (codePoint) =>
    spans.length === 0 || spans.some(({ from, to }) => from <= codePoint && codePoint <= to);
}
