// Finds the file of the built page that a URL names. Knows nothing of Electron: pure but for reading the file.

import fs from 'node:fs';
import { extname, join } from 'node:path';

export interface AppFile {
  readonly path: string;
  readonly type: string;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.wasm', 'application/wasm'],
]);

/** The file that a URL's path names, or `null` for one that leads out of `root` or is of no kind the app has. */
export function findAppFile(root: string, pathname: string): AppFile | null {
  const decoded = decodePath(pathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const parts = decoded.split('/').filter((part) => part !== '');
  // No part begins with a dot, so none leads up; none names a drive.
  if (parts.some((part) => part.startsWith('.') || part.includes(':'))) return null;
  const path = join(root, ...(parts.length === 0 ? ['index.html'] : parts));
  const type = TYPES.get(extname(path).toLowerCase());
  return type === undefined ? null : { path, type };
}

/** `null` when there is no such file. */
export async function readAppFile(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    // Through the module object and not a named import: Electron makes `fs` read inside app.asar by replacing its
    // functions, which a binding taken earlier would not see.
    return new Uint8Array(await fs.promises.readFile(path));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

/** `null` for a path with broken percent signs. */
function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
