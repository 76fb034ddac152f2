// Packs dist/ into an app for this machine with electron-builder. Where Electron's binary is missing, a made-up
// directory stands in for it: the package then has everything but a program that runs.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';
import { build, Platform } from 'electron-builder';
import { type ElectronBinary, installedElectron } from './electron-binary.ts';
import { ROOT } from './project.ts';

export interface Packed {
  /** The folder of the unpacked app. */
  readonly folder: string;
  /** False when the made-up directory took the binary's place. */
  readonly runs: boolean;
}

const CONFIG = join(ROOT, 'build', 'electron-builder.yml');

/** `targets` of electron-builder.yml are made too when `installers` is set; they need the real binary. */
export async function packApp(options: {
  output: string;
  installers?: boolean;
  binary?: ElectronBinary;
}): Promise<Packed> {
  const binary = options.binary ?? installedElectron();
  if ('missing' in binary && process.platform !== 'linux') {
    throw new Error(`Packing needs Electron's binary on this system, and ${binary.reason}.`);
  }
  const madeUp = 'path' in binary ? null : await makeUpElectron();
  try {
    const electronDist = madeUp ?? distFolder(binary);
    await build({
      projectDir: ROOT,
      publish: 'never',
      targets: Platform.current().createTarget(options.installers ? null : 'dir'),
      config: { extends: CONFIG, electronDist, directories: { output: options.output } },
    });
    return { folder: unpackedFolder(options.output), runs: madeUp === null };
  } finally {
    if (madeUp) rmSync(madeUp, { recursive: true });
  }
}

/** The mark that `@electron/fuses` looks for, and a wire with every fuse at 0: off. */
const FUSE_WIRE = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0008${'0'.repeat(8)}`;

/** As much of an Electron directory for Linux as electron-builder touches. */
async function makeUpElectron(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-electron-'));
  const write = (name: string, content: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  write(
    'electron',
    `#!/bin/sh\necho 'Packed without Electron: this program cannot run.' >&2\nexit 1\n${FUSE_WIRE}\n`,
  );
  chmodSync(join(folder, 'electron'), 0o755);
  write('version', electronVersion());
  write('LICENSE', '');
  write('LICENSES.chromium.html', '');
  write('locales/en-US.pak', '');
  write('default/package.json', '{}');
  mkdirSync(join(folder, 'resources'));
  await createPackage(join(folder, 'default'), join(folder, 'resources', 'default_app.asar'));
  rmSync(join(folder, 'default'), { recursive: true });
  return folder;
}

function distFolder(binary: ElectronBinary): string {
  if (!('path' in binary)) throw new Error(binary.reason);
  return process.platform === 'darwin' ? join(binary.path, '..', '..', '..', '..') : dirname(binary.path);
}

function unpackedFolder(output: string): string {
  const names = [
    'linux-unpacked',
    'linux-arm64-unpacked',
    'win-unpacked',
    'win-arm64-unpacked',
    'mac',
    'mac-arm64',
  ];
  const name = names.find((each) => existsSync(join(output, each)));
  if (name === undefined) throw new Error(`electron-builder left no unpacked app in ${output}`);
  return join(output, name);
}

function electronVersion(): string {
  const file = createRequire(import.meta.url).resolve('electron/package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
