import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** The cuts that electron/services/print-fonts.ts reads. It fails at once when one is not there. */
const SHEETS = ['400.css', '600.css', '700.css', '400-italic.css', '600-italic.css'];

/** Puts the fonts of printed documents beside the main process: the style sheets of the packages and what they name. */
export function copyPrintFonts(packages: string): Plugin {
  return {
    name: 'copy-print-fonts',
    writeBundle: ({ dir }) => {
      if (!dir) throw new Error('The build has no output folder for the fonts.');
      for (const name of readdirSync(packages)) {
        copyFont(join(packages, name), join(dir, 'fonts', name));
      }
    },
  };
}

function copyFont(from: string, to: string): void {
  for (const sheet of SHEETS.filter((each) => existsSync(join(from, each)))) {
    const css = readFileSync(join(from, sheet), 'utf8');
    const files = [...css.matchAll(/url\(\.\/(files\/[\w.-]+\.woff2)\)/g)].map((match) => match[1] as string);
    for (const file of [sheet, 'LICENSE', ...files]) {
      mkdirSync(dirname(join(to, file)), { recursive: true });
      copyFileSync(join(from, file), join(to, file));
    }
  }
}
