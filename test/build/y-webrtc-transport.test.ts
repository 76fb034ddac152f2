// y-webrtc is unedited and gets our transport at bundling. An update of it could take that away without a word: so the
// version is the one that the replacements were written for, its source still has the imports that they replace, and
// what they replace is nowhere in a bundle.
import { readFileSync } from 'node:fs';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../build/scripts/project.ts';
import { REPLACED, Y_WEBRTC_VERSION } from '../../build/y-webrtc-transport.ts';

const folder = `${ROOT}node_modules/y-webrtc`;
const read = (file: string) => readFileSync(file, 'utf8');

/** Words that survive minification, of what must not be there. */
const SIMPLE_PEER = [
  'simple-peer',
  'ERR_ICE_CONNECTION_FAILURE',
  'ERR_DATA_CHANNEL',
  'stun.l.google.com',
  'twilio.com',
];
const LIB0_WEBSOCKET = ['unsuccessfulReconnects', 'lastMessageReceived'];

describe('the transport of y-webrtc', () => {
  it('is written for the version that is here and pinned', () => {
    expect(JSON.parse(read(`${folder}/package.json`)).version).toBe(Y_WEBRTC_VERSION);
    expect(JSON.parse(read(`${ROOT}package.json`)).dependencies['y-webrtc']).toBe(Y_WEBRTC_VERSION);
  });

  it('replaces what its source imports, and everything of that kind', () => {
    const source = read(`${folder}/src/y-webrtc.js`);
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
    for (const name of Object.keys(REPLACED)) expect(imports).toContain(name);
    expect(source).not.toMatch(/new (?:RTCPeerConnection|WebSocket|BroadcastChannel)/);
  });

  it('stands for words that are really in what it replaces', () => {
    const peer = read(`${ROOT}node_modules/simple-peer/simplepeer.min.js`);
    const socket = read(`${ROOT}node_modules/lib0/websocket.js`);
    for (const word of SIMPLE_PEER) expect(peer).toContain(word);
    for (const word of LIB0_WEBSOCKET) expect(socket).toContain(word);
  });
});

describe('a bundle with the mesh', () => {
  let modules: string[] = [];
  let code = '';

  beforeAll(async () => {
    const result = (await build({
      configFile: `${ROOT}build/vite.config.ts`,
      logLevel: 'error',
      build: {
        write: false,
        sourcemap: false,
        manifest: false,
        rolldownOptions: {
          input: `${ROOT}renderer/sync/mesh/join-mesh.ts`,
          preserveEntrySignatures: 'strict',
        },
      },
    })) as Rolldown.RolldownOutput;
    const chunks = result.output.filter((part) => part.type === 'chunk');
    modules = chunks.flatMap((chunk) => Object.keys(chunk.modules));
    code = chunks.map((chunk) => chunk.code).join('\n');
  }, 60_000);

  it('has y-webrtc, our peer, socket and channel in it', () => {
    expect(modules.some((id) => id.includes('/y-webrtc/src/y-webrtc.js'))).toBe(true);
    expect(code).toContain('already exists!');
    for (const file of ['peer.ts', 'websocket.ts'])
      expect(modules.some((id) => id.endsWith(`renderer/sync/y-webrtc/${file}`))).toBe(true);
  });

  it('has nothing of simple-peer, lib0’s socket and its channel', () => {
    for (const part of ['/simple-peer/', '/lib0/websocket', '/lib0/broadcastchannel'])
      expect(modules.filter((id) => id.includes(part))).toEqual([]);
    for (const word of [...SIMPLE_PEER, ...LIB0_WEBSOCKET]) expect(code).not.toContain(word);
  });
});
