// Reads what every source file imports: static, dynamic, re-exported and type-only imports all count.
import { globSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Source {
  /** Path from the project's root, with `/`. */
  readonly file: string;
  readonly lines: number;
  /** Other files of the project, as paths from its root. */
  readonly imports: readonly string[];
  /** Packages and Node modules, by package name (`react`, `@tiptap/core`, `node:fs`). */
  readonly packages: readonly string[];
}

export function readSources(): readonly Source[] {
  return globSync('{shared,renderer,electron}/**/*.{ts,tsx}', { cwd: ROOT }).sort().map(readSource);
}

function readSource(file: string): Source {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const names = new Set<string>();
  collect(parseAst(text, { lang: extname(file) === '.tsx' ? 'tsx' : 'ts' }), names);
  const imports: string[] = [];
  const packages: string[] = [];
  for (const name of names) {
    if (name.startsWith('.')) imports.push(normalize(join(dirname(file), name)).replace(/\?.*$/, ''));
    else packages.push(packageName(name));
  }
  return { file, lines: text.split('\n').length, imports, packages };
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function collect(node: unknown, into: Set<string>): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, into);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const source = 'source' in node ? node.source : undefined;
  if ('type' in node && /^(Import|Export|TSImport)/.test(String(node.type)) && source) {
    if (typeof source === 'object' && 'value' in source && typeof source.value === 'string')
      into.add(source.value);
  }
  for (const child of Object.values(node)) collect(child, into);
}

/** Every import cycle's files, or [] when there is none. */
export function findCycles(sources: readonly Source[]): readonly (readonly string[])[] {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    for (const next of byFile.get(file)?.imports ?? []) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const source of sources) visit(source.file, []);
  return cycles;
}
