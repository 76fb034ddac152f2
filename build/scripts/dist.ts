// `npm run dist`: builds the app and packs it, unpacked, for this machine; with `installers` the installers as well.
import { join, relative } from 'node:path';
import { ensureBuild } from './build-app.ts';
import { fetchedElectron } from './electron-binary.ts';
import { packApp } from './pack-app.ts';
import { ROOT } from './project.ts';

const installers = process.argv.includes('installers');
await ensureBuild();
const binary = await fetchedElectron();
if (installers && 'missing' in binary) {
  console.error(`No installers: they need Electron's binary, and ${binary.reason}.`);
  process.exit(1);
}
const packed = await packApp({ output: join(ROOT, 'dist', 'package'), installers, binary });
const folder = relative(ROOT, packed.folder);
console.error(
  'missing' in binary
    ? `Packed into ${folder}, with a made-up directory in Electron's place (${binary.reason}): it cannot be started.`
    : `Packed into ${folder}: it can be started.`,
);
