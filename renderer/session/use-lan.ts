import { useCallback, useEffect, useState } from 'react';
import type { LanState } from '../../shared/ipc/contract.ts';
import { useServices } from './services.tsx';

export type Lan =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly state: LanState; readonly busy: boolean; readonly problem: string };

export interface UsedLan {
  readonly lan: Lan;
  /** The addresses of the relay once it runs; `null` when it could not be started. */
  readonly start: () => Promise<readonly string[] | null>;
  readonly stop: () => Promise<void>;
}

/** The relay that the desktop app can run on this computer's own network. */
export function useLan(): UsedLan {
  const { host } = useServices();
  const [lan, setLan] = useState<Lan>(host.lan ? { kind: 'asking' } : { kind: 'none' });

  const run = useCallback(
    async (act: 'start' | 'stop' | 'state'): Promise<LanState | null> => {
      if (!host.lan) return null;
      setLan((old) => (old.kind === 'known' ? { ...old, busy: true, problem: '' } : old));
      try {
        const state = await host.lan[act]();
        setLan({ kind: 'known', state, busy: false, problem: '' });
        return state;
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        setLan((old) => ({
          kind: 'known',
          state: old.kind === 'known' ? old.state : { running: false, addresses: [] },
          busy: false,
          problem,
        }));
        return null;
      }
    },
    [host],
  );
  useEffect(() => void run('state'), [run]);

  const start = useCallback(async () => {
    const state = await run('start');
    return state?.running ? state.addresses.map(({ relay }) => relay) : null;
  }, [run]);
  const stop = useCallback(async () => void (await run('stop')), [run]);
  return { lan, start, stop };
}
