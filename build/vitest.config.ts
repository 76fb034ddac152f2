import { defineConfig } from 'vitest/config';
import { yWebrtcTransport } from './y-webrtc-transport.ts';

const root = new URL('..', import.meta.url).pathname;

// Two kinds of tests by cost: `fast` needs Node only; `slow` starts real browsers or builds, one file at a time.
export default defineConfig({
  root,
  plugins: [yWebrtcTransport()],
  test: {
    server: { deps: { inline: ['y-webrtc'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**', 'test/electron/**', 'test/net/**', 'test/cli/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: ['test/{e2e,electron,net,cli}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
