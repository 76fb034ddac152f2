// `npm run relay`: the signalling relay, with the built app for guests. See electron/relay/usage.ts.
import { readArguments } from '../../electron/relay/arguments.ts';
import { ensureBuild } from './build-app.ts';

const command = readArguments(process.argv.slice(2));
// A slip in the arguments is answered at once, and who brings an own app or none does not wait for ours.
if (command.ok && command.value.kind === 'serve' && command.value.app === null && !command.value.noApp) {
  await ensureBuild();
}
await import('../../electron/relay/main.ts');
