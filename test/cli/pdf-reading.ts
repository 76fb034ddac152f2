// Reads a PDF back with poppler, which has nothing in common with what made it.

import { spawnSync } from 'node:child_process';

export function poppler(tool: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(tool, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw new Error(`${tool} (poppler-utils) is needed to read PDFs back: ${error.message}`);
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The text of each page, laid out as printed. */
export function pagesOf(pdf: string): readonly string[] {
  return poppler('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1);
}

export interface PlacedLine {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

/** Every line of text with its place in points from the top of its page. */
export function linesOf(pdf: string): readonly PlacedLine[] {
  const xml = poppler('pdftotext', '-bbox-layout', pdf, '-');
  const lines: PlacedLine[] = [];
  let page = 0;
  for (const match of xml.matchAll(
    /<page |<line xMin="([^"]*)" yMin="([^"]*)" xMax="[^"]*" yMax="([^"]*)">([\s\S]*?)<\/line>/gu,
  )) {
    if (match[0] === '<page ') {
      page += 1;
      continue;
    }
    const words = [...(match[4] ?? '').matchAll(/<word [^>]*>([^<]*)<\/word>/gu)].map((word) => word[1]);
    lines.push({
      page,
      left: Number(match[1]),
      top: Number(match[2]),
      bottom: Number(match[3]),
      text: words.join(' '),
    });
  }
  return lines;
}

/** Names and kinds of the fonts: "Inter-Regular" -> "CID TrueType". */
export function fontsOf(pdf: string): ReadonlyMap<string, string> {
  const rows = poppler('pdffonts', pdf)
    .split('\n')
    .slice(2)
    .filter((row) => row.trim() !== '');
  return new Map(
    rows.map((row) => [
      row
        .slice(0, 36)
        .trim()
        .replace(/^[A-Z]{6}\+/u, ''),
      row.slice(37, 55).trim(),
    ]),
  );
}

export function infoOf(pdf: string): ReadonlyMap<string, string> {
  const rows = poppler('pdfinfo', pdf).split('\n');
  return new Map(rows.map((row) => [row.split(':')[0] ?? '', row.slice(row.indexOf(':') + 1).trim()]));
}
