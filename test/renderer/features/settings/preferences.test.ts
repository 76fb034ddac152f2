import { describe, expect, test } from 'vitest';
import {
  applyLook,
  type KeptValues,
  loadPreferences,
  readPreferences,
} from '../../../../renderer/features/settings/preferences.ts';

const DEFAULTS = { name: '', theme: 'system', density: 'normal', zone: null, relay: '' };

/** A table of settings in memory that can tell of a change made in another window. */
function memory(kept?: unknown) {
  let value = kept;
  let listener: (value: unknown) => void = () => {};
  const values: KeptValues = {
    get: async () => value,
    put: async (_, next) => {
      value = next;
    },
    watch: (_, onChange) => {
      listener = onChange;
      return () => {};
    },
  };
  return {
    values,
    kept: () => value,
    changeElsewhere: (next: unknown) => {
      value = next;
      listener(next);
    },
  };
}

const unexpected = (error: unknown) => {
  throw error;
};

describe('preferences', () => {
  test('that nobody chose are the defaults', () => {
    for (const kept of [undefined, null, 'dark', 7, [], {}]) expect(readPreferences(kept)).toEqual(DEFAULTS);
  });

  test('keep what is understood of values another version wrote', () => {
    const kept = { name: 'Ines Maur', theme: 'sepia', density: 'roomy', zone: 'Mars/Olympus', textSize: 2 };
    expect(readPreferences(kept)).toEqual({ ...DEFAULTS, name: 'Ines Maur', density: 'roomy' });
  });

  test('are kept when they change', async () => {
    const { values, kept } = memory();
    const store = await loadPreferences(values, unexpected);
    store.setState({ theme: 'dark' });
    expect(kept()).toEqual({ ...DEFAULTS, theme: 'dark' });
  });

  test('follow what another window chose, without writing it back', async () => {
    const { values, kept, changeElsewhere } = memory({ theme: 'light' });
    const store = await loadPreferences(values, unexpected);
    const elsewhere = { theme: 'dark', name: 'Ines Maur' };
    changeElsewhere(elsewhere);
    expect(store.getState()).toMatchObject(elsewhere);
    expect(kept()).toBe(elsewhere);
  });

  test('that cannot be read do not keep the app from starting', async () => {
    const failures: unknown[] = [];
    const { values } = memory();
    const broken = { ...values, get: () => Promise.reject(new Error('no storage')) };
    const store = await loadPreferences(broken, (error) => failures.push(error));
    expect(store.getState()).toEqual(DEFAULTS);
    expect(failures).toEqual([new Error('no storage')]);
  });
});

test('the look is put on the page only where it differs from the system’s', () => {
  const dataset: Record<string, string> = {};
  const page = { dataset } as unknown as HTMLElement;
  applyLook(page, { ...readPreferences({ theme: 'dark', density: 'compact' }) });
  expect(dataset).toEqual({ theme: 'dark', density: 'compact' });
  applyLook(page, readPreferences({}));
  expect(dataset).toEqual({});
});
