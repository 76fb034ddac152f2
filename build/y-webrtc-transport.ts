// Puts our transport under y-webrtc without editing it: inside that package, and nowhere else, its imports of simple-peer
// and lib0's websocket mean ours. Its BroadcastChannel goes quiet: windows of one profile meet in the store
// (renderer/storage/stored-meeting.ts), which has the only path between them.
import type { Plugin } from 'vite';

const ROOT = new URL('..', import.meta.url).pathname;

/** What y-webrtc imports -> the file that it gets. */
export const REPLACED: Readonly<Record<string, string>> = {
  'simple-peer/simplepeer.min.js': 'renderer/sync/y-webrtc/peer.ts',
  'lib0/websocket': 'renderer/sync/y-webrtc/websocket.ts',
  'lib0/broadcastchannel': 'renderer/sync/y-webrtc/quiet-channel.ts',
};

/** The version whose internals the replacements are written for. */
export const Y_WEBRTC_VERSION = '10.3.0';

export function yWebrtcTransport(): Plugin {
  return {
    name: 'quorum:y-webrtc-transport',
    enforce: 'pre',
    resolveId(source, importer) {
      const file = REPLACED[source];
      return file && importer && /\/y-webrtc\/(?:src|dist)\//.test(importer) ? ROOT + file : null;
    },
  };
}
