// The relay: HTTP for the app and its health, WebSockets on /signal for the clients. Meetings pass through it sealed; it
// keeps nothing of them. Runs alone (main.ts), inside the desktop app's own process for it, and under `npm start`.

import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer as createHttp, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttps, type Server as SecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { createAddressBook } from './address-book.ts';
import { clientAddress } from './client-address.ts';
import { createAnswerer } from './http-answers.ts';
import { createHub } from './hub.ts';
import type { IceOptions } from './ice-servers.ts';
import { LIMITS, type Limits } from './limits.ts';

export interface RelayOptions {
  /** `::` is every interface, IPv4 too. */
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Folder of the built page, or `null`. */
  readonly app: string | null;
  readonly tls?: Pem;
  /** Clients are known by what the proxy says of them. */
  readonly behindProxy?: boolean;
  /** Only addresses that end with `?token=` and this are let in. */
  readonly token?: string;
  readonly ice?: IceOptions;
  readonly limits?: Partial<Limits>;
}

/** Contents of the two files. */
export interface Pem {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

export interface Relay {
  readonly port: number;
  /** For connections from now on. Only for a relay that was started with TLS. */
  replaceTls(pem: Pem): void;
  /** Tells all clients, and resolves when all are gone: within three seconds. */
  close(): Promise<void>;
}

const NO_ICE: IceOptions = { stun: [], turn: [], turnSecret: null, turnTtl: 3_600 };
const CLOSE_MS = 2_000;
/** TCP connections beside the WebSockets: guests who load the app. */
const HTTP_CONNECTIONS = 1_000;
/** Of those, what one address may hold, and open in a second: half a hundred browsers. */
const VISITS_PER_ADDRESS = 300;

/** Rejects with the system's error when the port is taken. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const limits = { ...LIMITS, ...options.limits };
  const started = performance.now();
  const hub = createHub(limits, options.ice ?? NO_ICE);
  const book = createAddressBook(limits);
  const visits = createAddressBook({
    connectionsPerAddress: limits.connectionsPerAddress + VISITS_PER_ADDRESS,
    openBurst: 2 * VISITS_PER_ADDRESS,
    opensPerSecond: VISITS_PER_ADDRESS,
  });
  const answers = createAnswerer(options.app, () => ({
    ...hub.counts(),
    uptime: Math.round((performance.now() - started) / 1_000),
  }));

  const settings = {
    handshakeTimeout: limits.headersMs,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.headersMs,
    connectionsCheckingInterval: limits.headersMs / 4,
    keepAliveTimeout: 5_000,
    maxHeaderSize: 16 * 1024,
  };
  const server = options.tls ? createHttps({ ...settings, ...options.tls }) : createHttp(settings);
  server.maxConnections = limits.connections + HTTP_CONNECTIONS;
  server.setTimeout(limits.idleMs);

  // A variable, because @types/ws 8.18 does not know all that ws 8.23 takes.
  const taking = {
    noServer: true,
    maxPayload: limits.messageBytes,
    maxFragments: 16,
    maxBufferedChunks: 256,
    perMessageDeflate: false,
    autoPong: false,
    closeTimeout: 1_000,
  };
  const sockets = new WebSocketServer(taking);

  const addressOf = (request: IncomingMessage) =>
    clientAddress(
      request.socket.remoteAddress,
      options.behindProxy ? String(request.headers['x-forwarded-for'] ?? '') : undefined,
    );

  // Behind a proxy every connection is the proxy's own.
  if (!options.behindProxy) {
    server.on('connection', (socket: Socket) => {
      const entry = visits.enter(clientAddress(socket.remoteAddress, undefined), performance.now());
      if (entry === null) socket.destroy();
      else socket.once('close', entry.leave);
    });
  }
  server.on('request', (request, response) => {
    // A body is for nobody here; unread, it would hold up the connection.
    request.resume();
    answers.answer(request, response).catch((error: unknown) => {
      console.error('Could not answer a request:', error);
      response.destroy();
    });
  });
  server.on('clientError', (_error, socket: Duplex) => turnAway(socket, '400 Bad Request'));
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on('error', noteNothing);
    const url = request.url ?? '';
    if (url.split(/[?#]/, 1)[0] !== '/signal') return turnAway(socket, '404 Not Found');
    const entry = book.enter(addressOf(request), performance.now());
    if (entry === null) return turnAway(socket, '429 Too Many Requests');
    socket.once('close', entry.leave);
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', noteNothing);
      admit(client, url);
    });
  });

  const admit = (client: WebSocket, url: string) => {
    if (!isToken(options.token, url)) hub.refuse(client, 'token');
    else if (hub.counts().connections >= limits.connections) hub.refuse(client, 'busy');
    else hub.add(client);
  };

  const sweeping = setInterval(() => {
    book.sweep(performance.now());
    visits.sweep(performance.now());
  }, limits.pingMs);
  try {
    await listen(server, options);
  } catch (error) {
    clearInterval(sweeping);
    hub.close();
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port,
    replaceTls: (pem) => (server as SecureServer).setSecureContext(pem),
    close: () =>
      new Promise((resolve) => {
        clearInterval(sweeping);
        server.close(() => resolve());
        hub.close();
        server.closeIdleConnections();
        setTimeout(() => {
          for (const client of sockets.clients) client.terminate();
          server.closeAllConnections();
        }, CLOSE_MS).unref();
      }),
  };
}

/** Connections break all the time, and what follows is always `close`. */
function noteNothing(): void {}

function turnAway(socket: Duplex, status: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

/** Compared by hashes, so that the time it takes tells nothing. */
function isToken(wanted: string | undefined, url: string): boolean {
  if (wanted === undefined) return true;
  const given = new URLSearchParams(url.split('?').slice(1).join('?')).get('token') ?? '';
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}

function listen(server: Server | SecureServer, { host, port }: RelayOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const ready = () => {
      server.off('error', reject);
      resolve();
    };
    // Without a host Node listens on `::` where there is IPv6, and else on 0.0.0.0.
    if (host === '::') server.listen(port, ready);
    else server.listen(port, host, ready);
  });
}
