// `npm run test:net [-- FILTER ...]`: all that the network laboratory has, the rows of its matrices that take minutes each
// included (`npm test` runs the quick ones). Half an hour and more; FILTER is a part of a file's path, `-t WORDS` of a
// test's name.
import { ensureBuild } from './build-app.ts';
import { bin, run } from './project.ts';
import { ensureTestTools } from './tools.ts';

ensureTestTools();
await ensureBuild();
process.env.QUORUM_NET = 'full';
const wanted = process.argv.slice(2);
const files = wanted[0] === undefined || wanted[0].startsWith('-') ? ['test/net/'] : [];
process.exitCode = await run(bin('vitest'), [
  'run',
  '--config',
  'build/vitest.config.ts',
  '--project=slow',
  ...files,
  ...wanted,
]);
