// STUN and TURN servers for clients. Passwords are coturn's for a while (`use-auth-secret`, "TURN REST API"): the user
// name says until when, and only who has the secret can make the password that fits it.

import { createHmac } from 'node:crypto';

export interface IceOptions {
  readonly stun: readonly string[];
  readonly turn: readonly string[];
  /** coturn's `static-auth-secret`; needed with `turn`. */
  readonly turnSecret: string | null;
  /** Seconds for which a password holds. */
  readonly turnTtl: number;
}

interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** Of one client: `name` tells its entries in coturn's log from others', and says nothing about it. `now`: Unix ms. */
export function iceServers(options: IceOptions, name: string, now: number): IceServer[] {
  const servers: IceServer[] = [];
  if (options.stun.length > 0) servers.push({ urls: options.stun });
  if (options.turn.length > 0 && options.turnSecret !== null) {
    const username = `${Math.floor(now / 1_000) + options.turnTtl}:${name}`;
    const credential = createHmac('sha1', options.turnSecret).update(username).digest('base64');
    servers.push({ urls: options.turn, username, credential });
  }
  return servers;
}
