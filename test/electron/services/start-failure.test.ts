import { expect, test, vi } from 'vitest';
import { tellStartFailure } from '../../../electron/services/start-failure.ts';

test('a start that fails says why and ends, so that the next start finds no lock', () => {
  const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const told: string[] = [];
  tellStartFailure(new Error('the settings folder is a file'), {
    dialog: { showErrorBox: (title, text) => told.push(title, text) },
    app: { exit: (code) => told.push(`exit ${code}`) },
  });
  expect(told).toEqual([
    'Quorum could not start',
    expect.stringContaining('the settings folder is a file'),
    'exit 1',
  ]);
  expect(log).toHaveBeenCalled();
  log.mockRestore();
});
