// The house's dependency rules (README, "The house"): who may import whom, which package lives where, no cycles.
import { describe, expect, test } from 'vitest';
import { findCycles, readSources, type Source } from './imports.ts';

const sources = readSources();

/** Folder -> folders it may import besides itself. The longest matching folder decides. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/base': [],
  'shared/domain': ['shared/base'],
  'shared/doc': ['shared/domain', 'shared/base'],
  'shared/publish': ['shared/domain', 'shared/base'],
  'shared/import': ['shared/domain', 'shared/base'],
  'shared/ipc': ['shared/base'],
  'shared/invite': ['shared/domain', 'shared/base'],
  electron: ['shared'],
  'electron/cli': ['shared', 'electron/services'],
  'electron/relay': ['shared', 'electron/security'],
  'renderer/main.tsx': ['renderer', 'shared'],
  'renderer/app': [
    'renderer/features',
    'renderer/session',
    'renderer/stores',
    'renderer/ui',
    'renderer/platform',
    'shared',
  ],
  'renderer/features': [
    'renderer/session',
    'renderer/stores',
    'renderer/ui',
    'renderer/editor',
    'renderer/platform',
    'shared',
  ],
  'renderer/editor': ['renderer/ui', 'renderer/platform', 'shared'],
  'renderer/ui': ['shared/domain', 'shared/base'],
  'renderer/session': ['renderer/stores', 'renderer/storage', 'renderer/sync', 'renderer/platform', 'shared'],
  'renderer/stores': ['shared'],
  'renderer/storage': ['shared'],
  'renderer/sync': ['shared'],
  'renderer/platform': ['shared'],
};

/** Package -> the only folders that may import it. */
const LIVES_IN: Readonly<Record<string, readonly string[]>> = {
  dexie: ['renderer/storage'],
  'y-webrtc': ['renderer/sync'],
  yjs: ['shared/doc', 'renderer/session', 'renderer/storage', 'renderer/sync', 'renderer/editor'],
  electron: ['electron'],
  'playwright-core': ['electron/cli'],
};

const within = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

function rule(file: string): string {
  const folders = Object.keys(MAY_IMPORT).filter((folder) => within(file, folder));
  return folders.sort((a, b) => b.length - a.length)[0] ?? '';
}

function feature(file: string): string | undefined {
  return /^renderer\/features\/([^/]+)/.exec(file)?.[1];
}

function forbidden({ file, imports }: Source): readonly string[] {
  const own = rule(file);
  const allowed = [own, ...(MAY_IMPORT[own] ?? [])];
  return imports.filter((target) => {
    if (feature(file) && feature(target)) return feature(file) !== feature(target);
    return !allowed.some((folder) => within(target, folder));
  });
}

describe('the house', () => {
  test('has sources in every room that the rules name', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter(({ file }) => rule(file) === '').map(({ file }) => file)).toEqual([]);
  });

  test('imports only downwards', () => {
    const breaches = sources.flatMap((source) =>
      forbidden(source).map((target) => `${source.file} > ${target}`),
    );
    expect(breaches).toEqual([]);
  });

  test('has no import cycles, type-only imports counted', () => {
    expect(findCycles(sources)).toEqual([]);
  });

  test('keeps each package in its room', () => {
    const breaches = sources.flatMap(({ file, packages }) =>
      packages
        .filter((name) => LIVES_IN[name] && !LIVES_IN[name].some((folder) => within(file, folder)))
        .map((name) => `${file} > ${name}`),
    );
    expect(breaches).toEqual([]);
  });

  test('keeps Node and Electron out of the page, and Electron out of the command line and the relay', () => {
    const breaches = sources.filter(
      ({ file, packages }) =>
        ((within(file, 'renderer') || within(file, 'shared')) &&
          packages.some((name) => name.startsWith('node:'))) ||
        ((within(file, 'electron/cli') || within(file, 'electron/relay')) && packages.includes('electron')),
    );
    expect(breaches.map(({ file }) => file)).toEqual([]);
  });

  test('keeps its files short enough to read', () => {
    expect(sources.filter(({ lines }) => lines > 250).map(({ file, lines }) => `${file}: ${lines}`)).toEqual(
      [],
    );
  });

  test('finds a cycle when there is one', () => {
    const source = (file: string, ...imports: string[]): Source => ({
      file,
      imports,
      packages: [],
      lines: 1,
    });
    expect(findCycles([source('a', 'b'), source('b', 'c'), source('c', 'a')])).toEqual([
      ['a', 'b', 'c', 'a'],
    ]);
  });
});
