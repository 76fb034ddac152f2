import type { RelayGate } from '../security/requests.ts';
import type { LanService } from '../services/lan-host.ts';
import type { Handlers } from './handle.ts';

type NetworkChannels = 'relay:allow' | 'lan:start' | 'lan:stop' | 'lan:state';

export function networkHandlers(relays: RelayGate, lan: LanService): Pick<Handlers, NetworkChannels> {
  return {
    'relay:allow': (addresses) => relays.allow(addresses),
    'lan:start': () => lan.start(),
    'lan:stop': () => lan.stop(),
    'lan:state': () => lan.state(),
  };
}
