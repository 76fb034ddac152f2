// `npm run bench [-- NAME]`: runs the benchmarks (all, or the named one) and prints one JSON object. Nothing here
// passes or fails a build: `met` says how each figure stands against its goal on this machine.
import { globSync, readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import type { Bench, BenchResult } from './bench-figure.ts';
import { ensureBuild } from './build-app.ts';
import { ROOT } from './project.ts';
import { ensureTestTools } from './tools.ts';

async function main(): Promise<void> {
  const names = globSync('test/bench/*.bench.ts', { cwd: ROOT })
    .map((file) => basename(file, '.bench.ts'))
    .sort();
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`No benchmark named ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
    process.exit(2);
  }
  ensureTestTools();
  await ensureBuild();
  const results: BenchResult[] = [];
  for (const name of wanted.length > 0 ? wanted : names) {
    console.error(`bench ${name} ...`);
    const { bench }: { bench: Bench } = await import(join(ROOT, 'test', 'bench', `${name}.bench.ts`));
    results.push(...(await bench()));
  }
  console.log(JSON.stringify({ machine: machine(), versions: versions(), results }, null, 2));
}

function machine(): Record<string, string | number> {
  const [cpu] = cpus();
  return {
    system: `${process.platform} ${release()}`,
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}

function versions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { react, yjs, dexie } = dependencies;
  return { node: process.versions.node, react, yjs, dexie, tiptap: dependencies['@tiptap/core'] };
}

await main();
