// Which person and which computer this is, for others in a room. Two ids, made once and kept on this computer.

import type { NewId } from '../../shared/domain/ids.ts';
import type { Settings } from '../storage/settings.ts';

export interface Identity {
  /** The person; on one computer the same for all meetings and windows. */
  readonly user: string;
  /** This copy of the app: one profile on one computer. */
  readonly device: string;
}

const KEY = 'identity';

/** The same for all windows, also when two start for the first time at once. */
export async function loadIdentity(settings: Pick<Settings, 'update'>, newId: NewId): Promise<Identity> {
  return settings.update(KEY, (kept) => readIdentity(kept) ?? { user: newId(), device: newId() });
}

function readIdentity(kept: unknown): Identity | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { user, device }: Partial<Record<string, unknown>> = { ...kept };
  return isId(user) && isId(device) ? { user, device } : null;
}

/** What `newId` gives, and nothing that could stand for something else in a list or an attribute. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);
}
