import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Packed, packApp } from '../../build/scripts/pack-app.ts';
import { ROOT } from '../../build/scripts/project.ts';

const BUILT = ['renderer/index.html', 'electron/main.js', 'electron/preload.cjs'].every((name) =>
  existsSync(join(ROOT, 'dist', name)),
);
if (!BUILT)
  console.log('SKIPPED, the app is not built: the package is not made and read back (`npm run build` first)');

describe.skipIf(!BUILT)('the package', () => {
  let output: string;
  let packed: Packed;
  let archive: string;
  let files: string[];

  beforeAll(async () => {
    output = await mkdtemp(join(tmpdir(), 'quorum-package-'));
    packed = await packApp({ output });
    archive = join(packed.folder, 'resources', 'app.asar');
    files = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
  });
  afterAll(() => rm(output, { recursive: true }));

  test('has the main process, the preload, the page and the fonts of print', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/LICENSE',
        '/dist/electron/main.js',
        '/dist/electron/preload.cjs',
        '/dist/electron/relay.js',
        '/dist/electron/fonts/inter/400.css',
        '/dist/renderer/index.html',
      ]),
    );
    expect(files.some((name) => /^\/dist\/renderer\/assets\/.+\.js$/.test(name))).toBe(true);
  });

  test('has nothing else: no sources, no tests, no maps, no modules', () => {
    const odd = files.filter(
      (name) =>
        !/^\/(package\.json|LICENSE|dist|dist\/(electron|renderer)(\/.*)?)$/.test(name) ||
        /node_modules|\.map$|\.tsx?$|\/\.|\/package\//.test(name),
    );
    expect(odd).toEqual([]);
  });

  test('starts at the main process', () => {
    const { main, type, name, version, devDependencies, scripts } = JSON.parse(
      extractFile(archive, 'package.json').toString(),
    );
    expect(files).toContain(`/${main}`);
    expect({ type, name }).toEqual({ type: 'module', name: 'quorum' });
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect([devDependencies, scripts]).toEqual([undefined, undefined]);
  });

  test('needs no module but Electron and Node', () => {
    const main = extractFile(archive, 'dist/electron/main.js').toString();
    const imported = [...main.matchAll(/^import\b[^'"]*['"]([^'"]+)['"]/gm)].map((match) => match[1]);
    expect(imported.length).toBeGreaterThan(3);
    expect(imported.filter((name = '') => name !== 'electron' && !isBuiltin(name))).toEqual([]);
    const preload = extractFile(archive, 'dist/electron/preload.cjs').toString();
    expect([...preload.matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1])).toEqual(['electron']);
  });

  test.each([
    [FuseV1Options.RunAsNode, 'off'],
    [FuseV1Options.EnableCookieEncryption, 'on'],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, 'off'],
    [FuseV1Options.EnableNodeCliInspectArguments, 'off'],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, 'on'],
    [FuseV1Options.OnlyLoadAppFromAsar, 'on'],
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, 'off'],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, 'off'],
  ])('has fuse %i %s', async (fuse, state) => {
    const wire = await getCurrentFuseWire(join(packed.folder, 'quorum'));
    expect(String.fromCharCode(Number(wire[fuse]))).toBe(state === 'on' ? '1' : '0');
  });

  test('has a program of the right name, and says whether it is a real one', () => {
    expect(statSync(join(packed.folder, 'quorum')).mode & 0o111).toBe(0o111);
    console.log(
      `packed with: ${packed.runs ? "Electron's binary" : "a made-up directory, Electron's binary is not here"}`,
    );
  });
});
