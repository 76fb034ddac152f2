// What the person chose for this computer: device scope, kept and not synced. Kept values are read tolerantly, one by
// one: what an older or newer Quorum wrote and this one does not know falls back to the default.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dispose } from '../../../shared/base/disposer.ts';
import type { TimeZone } from '../../../shared/domain/time.ts';
import { isTimeZone } from '../../../shared/domain/zones.ts';
import { isRelayAddress } from '../../../shared/invite/relay-address.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'compact' | 'normal' | 'roomy';

export interface Preferences {
  /** '' until the person gave one. */
  readonly name: string;
  readonly theme: Theme;
  readonly density: Density;
  /** `null` follows the computer. */
  readonly zone: TimeZone | null;
  /** The relay named in new invites; '' when none was set. */
  readonly relay: string;
}

export type PreferencesStore = StoreApi<Preferences>;

/** Where the values are kept: the library's table of settings. */
export interface KeptValues {
  readonly get: (key: string) => Promise<unknown>;
  readonly put: (key: string, value: unknown) => Promise<void>;
  readonly watch: (key: string, onChange: (value: unknown) => void) => Dispose;
}

const DEFAULTS: Preferences = { name: '', theme: 'system', density: 'normal', zone: null, relay: '' };
const KEY = 'preferences';

/** Pure: preferences out of whatever was kept. */
export function readPreferences(kept: unknown): Preferences {
  const from: Partial<Record<string, unknown>> = typeof kept === 'object' && kept !== null ? { ...kept } : {};
  const { name, theme, density, zone, relay } = from;
  return {
    name: typeof name === 'string' ? name.slice(0, 200) : DEFAULTS.name,
    theme: theme === 'light' || theme === 'dark' ? theme : DEFAULTS.theme,
    density: density === 'compact' || density === 'roomy' ? density : DEFAULTS.density,
    zone: typeof zone === 'string' && isTimeZone(zone) ? zone : DEFAULTS.zone,
    relay: typeof relay === 'string' && isRelayAddress(relay) ? relay : DEFAULTS.relay,
  };
}

/**
 * Loads what was kept, keeps every change, and follows what other windows choose. A window lives as long as its
 * preferences: nothing to dispose. `onFailure` hears of what could not be read or kept.
 */
export async function loadPreferences(
  values: KeptValues,
  onFailure: (error: unknown) => void,
): Promise<PreferencesStore> {
  const store = createStore<Preferences>(() => ({ ...DEFAULTS }));
  try {
    store.setState(readPreferences(await values.get(KEY)));
  } catch (error) {
    onFailure(error);
  }
  let following = false;
  values.watch(KEY, (kept) => {
    const next = readPreferences(kept);
    if (kept === undefined || same(next, store.getState())) return;
    following = true;
    store.setState(next);
    following = false;
  });
  store.subscribe((next) => {
    if (!following) values.put(KEY, { ...next }).catch(onFailure);
  });
  return store;
}

function same(a: Preferences, b: Preferences): boolean {
  return (
    a.name === b.name &&
    a.theme === b.theme &&
    a.density === b.density &&
    a.zone === b.zone &&
    a.relay === b.relay
  );
}

/** Puts the look on the root element, where tokens.css reads it. */
export function applyLook(root: HTMLElement, { theme, density }: Preferences): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  if (density === 'normal') delete root.dataset.density;
  else root.dataset.density = density;
}
