// The fonts of published documents, read from the @fontsource packages and written into the document itself, so that a PDF
// looks the same on every machine. Chinese, Japanese and Korean come from the system: they would weigh more than the app.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FontFamily, pickFontFaces } from '../../shared/publish/pick-fonts.ts';

interface FontPackage {
  readonly name: string;
  readonly sheets: readonly string[];
  readonly use: FontFamily['use'];
  /** What its file holds, where the sheet says less. */
  readonly range?: string;
}

// Symbols before Arabic and Hebrew: the sheets of those claim arrows and boxes that their files do not hold.
const PACKAGES: readonly FontPackage[] = [
  { name: 'inter', sheets: ['400.css', '600.css', '400-italic.css', '600-italic.css'], use: 'text' },
  { name: 'noto-sans', sheets: ['400.css', '700.css'], use: 'text' },
  {
    name: 'noto-sans-math',
    sheets: ['400.css'],
    use: 'text',
    range: 'U+2150-215F,U+2190-21FF,U+2200-22FF,U+27C0-27FF,U+2900-2AFF',
  },
  { name: 'noto-sans-symbols-2', sheets: ['400.css'], use: 'text' },
  { name: 'noto-sans-arabic', sheets: ['400.css', '700.css'], use: 'text' },
  { name: 'noto-sans-hebrew', sheets: ['400.css', '700.css'], use: 'text' },
  { name: 'noto-sans-mono', sheets: ['400.css'], use: 'code' },
];

export interface PrintFonts {
  /** The @font-face rules that `html` needs, with the fonts as data: URLs. */
  cssFor(html: string): string;
}

/** `directory` holds the packages by name: `node_modules/@fontsource`, or a copy of it in a packaged app. */
export function createPrintFonts(directory: string): PrintFonts {
  const families = PACKAGES.map((font) => ({
    css: font.sheets.map((sheet) => readSheet(directory, font, sheet)),
    use: font.use,
  }));
  const encoded = new Map<string, string>();
  const dataUrl = (file: string): string => {
    const known = encoded.get(file);
    if (known !== undefined) return known;
    const url = `data:font/woff2;base64,${readFileSync(join(directory, file)).toString('base64')}`;
    encoded.set(file, url);
    return url;
  };
  return {
    cssFor: (html) =>
      pickFontFaces(families, html)
        .map((face) => face.cssFor(dataUrl(face.file)))
        .join(''),
  };
}

/** A sheet with its addresses relative to the directory instead of its package. */
function readSheet(directory: string, { name, range }: FontPackage, sheet: string): string {
  const css = readFileSync(join(directory, name, sheet), 'utf8').replaceAll('url(./', `url(${name}/`);
  return range === undefined ? css : css.replaceAll(/unicode-range:[^;]*;/gu, `unicode-range: ${range};`);
}
