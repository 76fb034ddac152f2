import { extname } from 'node:path';

export const FORMATS = ['md', 'html', 'json', 'quorum', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];

const ALIASES: ReadonlyMap<string, Format> = new Map<string, Format>([
  ...FORMATS.map((format): [string, Format] => [format, format]),
  ['markdown', 'md'],
  ['htm', 'html'],
]);

/** By the end of the name, in any case; `null` for one that is not known. */
export function formatOf(path: string): Format | null {
  // A bare ".md" is a name without an ending to extname, and an ending alone here.
  const ending = extname(`x${path}`).slice(1).toLowerCase();
  return ALIASES.get(ending) ?? null;
}

export function isReadable(format: Format): boolean {
  return format !== 'pdf';
}
