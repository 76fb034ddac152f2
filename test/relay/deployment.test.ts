// The files for administrators name what exists: paths, options, ports.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments, USUAL_PORT } from '../../electron/relay/arguments.ts';
import { USAGE } from '../../electron/relay/usage.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (name: string) => readFileSync(join(ROOT, 'build/relay', name), 'utf8');

describe('the container', () => {
  const lines = read('Dockerfile').split('\n');

  test('copies what is there, and is let have it', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied).toContain('renderer');
    const allowed = read('Dockerfile.dockerignore');
    for (const path of copied) {
      expect(existsSync(join(ROOT, path)), path).toBe(true);
      expect(allowed).toContain(`!${path}\n`);
    }
  });

  test('takes from its first stage what the build makes, and starts it with options there are', () => {
    const config = readFileSync(join(ROOT, 'build/vite.relay.config.ts'), 'utf8');
    expect(lines.join('\n')).toContain('/quorum/dist/electron/relay.js');
    expect(config).toContain("outDir: 'dist/electron'");
    expect(config).toContain("entryFileNames: 'relay.js'");
    const entry = lines.find((line) => line.startsWith('ENTRYPOINT ')) ?? '';
    const [, , ...options] = JSON.parse(entry.slice('ENTRYPOINT '.length)) as string[];
    expect(readArguments(options)).toMatchObject({ ok: true, value: { host: '::', port: USUAL_PORT } });
    expect(lines).toContain('USER node');
  });
});

describe('the service', () => {
  const unit = read('quorum-relay.service');

  test('starts the relay with options there are', () => {
    const command = /^ExecStart=\S+ \S+relay\.js (.*)$/m.exec(unit)?.[1] ?? '';
    expect(readArguments(command.split(' '))).toMatchObject({
      ok: true,
      value: { port: USUAL_PORT, behindProxy: true, host: '127.0.0.1' },
    });
  });

  test('has more time to stop than the relay takes', () => {
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(3);
  });
});

test.each(['README.md', 'nginx.conf', 'Caddyfile', 'turnserver.conf', 'quorum-relay.service'])(
  '%s names only options, files and ports of the relay that there are',
  (name) => {
    const text = read(name);
    const foreign = ['--deploy-hook', '--now'];
    for (const [option] of text.matchAll(/(?<![\w-])--[a-z-]{3,}/g)) {
      if (foreign.includes(option)) continue;
      expect(option === '--help' || USAGE.includes(`${option} `), option).toBe(true);
    }
    for (const [, file] of text.matchAll(/\]\(([\w.-]+)\)/g))
      expect(existsSync(join(ROOT, 'build/relay', file ?? ''))).toBe(true);
    for (const [, port] of text.matchAll(/127\.0\.0\.1:(\d+)/g)) expect(Number(port)).toBe(USUAL_PORT);
  },
);
