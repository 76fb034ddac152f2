// A relay that throws nobody out and counts no address, so that every piece of junk is really read.
import { startRelay } from '../../../electron/relay/server.ts';

const PLENTY = 1e9;
const relay = await startRelay({
  host: '127.0.0.1',
  port: 0,
  app: null,
  limits: {
    strikes: PLENTY,
    messageBurst: PLENTY,
    byteBurst: PLENTY * 100,
    openBurst: PLENTY,
    connectionsPerAddress: 1_000,
  },
});
process.stdout.write(`${JSON.stringify({ listening: relay.port })}\n`);
process.on('SIGTERM', () => void relay.close().then(() => process.exit(0)));
