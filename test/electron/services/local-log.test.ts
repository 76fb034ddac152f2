import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../../electron/services/local-log.ts';

const NOON = new Date('2026-03-10T12:00:00Z');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

function open(path: string) {
  return openLog(
    path,
    () => NOON,
    (error) => {
      throw error;
    },
  );
}

test('the log says when and what, one line each, in order', async () => {
  const path = join(folder, 'logs', 'quorum.log');
  const log = open(path);
  log.write('page-gone', { reason: 'crashed', exitCode: 5 });
  log.write('page-unresponsive');
  await log.settled();
  expect(await readFile(path, 'utf8')).toBe(
    '{"time":"2026-03-10T12:00:00.000Z","event":"page-gone","reason":"crashed","exitCode":5}\n' +
      '{"time":"2026-03-10T12:00:00.000Z","event":"page-unresponsive"}\n',
  );
});

test('an error is logged by its kind and place, never by its text', async () => {
  const path = join(folder, 'quorum.log');
  const log = open(path);
  log.writeError('file:save', new RangeError('Salaries of the board.md'));
  await log.settled();
  const line = await readFile(path, 'utf8');
  expect(line).toContain('RangeError');
  expect(line).toContain('local-log.test.ts');
  expect(line).not.toContain('Salaries');
});

test('the log does not grow without end', async () => {
  const path = join(folder, 'quorum.log');
  await writeFile(path, 'x'.repeat(300 * 1024));
  const log = open(path);
  log.write('start');
  await log.settled();
  expect((await readFile(path, 'utf8')).length).toBeLessThan(200);
  expect((await readFile(`${path}.old`)).length).toBe(300 * 1024);
});
