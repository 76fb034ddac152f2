// What every part of the page may ask for, made once in main.tsx and handed down: the library, the program around the
// page, the clock, fresh ids, and who sits here.

import { createContext, type ReactNode, useContext } from 'react';
import type { NewId } from '../../shared/domain/ids.ts';
import type { Instant, TimeZone } from '../../shared/domain/time.ts';
import type { Host } from '../platform/host.ts';
import type { Library } from '../storage/library.ts';
import type { Identity } from './identity.ts';

/** Who sits here. `name` is '' until they gave one. */
export interface Me extends Identity {
  readonly name: string;
}

export interface Services {
  readonly library: Library;
  readonly host: Host;
  readonly newId: NewId;
  readonly now: () => Instant;
  /** The zone of the person at this computer. */
  readonly ownZone: TimeZone;
  readonly me: Me;
}

const ServicesContext = createContext<Services | null>(null);

export function ServicesProvider(props: { readonly services: Services; readonly children: ReactNode }) {
  return <ServicesContext value={props.services}>{props.children}</ServicesContext>;
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices outside of ServicesProvider');
  return services;
}
