import { readFileSync } from 'node:fs';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { yWebrtcTransport } from './y-webrtc-transport.ts';

const root = new URL('..', import.meta.url).pathname;
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** The page: `dist/renderer`, loaded by the shell over `app://quorum`, by `npm start` and by the relay over HTTP. */
export default defineConfig({
  root: `${root}renderer`,
  base: './',
  publicDir: false,
  define: { 'import.meta.env.QUORUM_VERSION': JSON.stringify(version) },
  cacheDir: `${root}node_modules/.vite`,
  plugins: [yWebrtcTransport(), { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' }, react()],
  // Bundled ahead of time it would not pass through the plugin above.
  optimizeDeps: { exclude: ['y-webrtc'] },
  build: {
    outDir: `${root}dist/renderer`,
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: true,
    // Fonts and images stay files: the strict CSP has no data: for scripts, and a file is cached on its own.
    assetsInlineLimit: 0,
    // The bundle comes from disk or loopback; a preload polyfill would be an inline concern of the CSP.
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: { host: '127.0.0.1', port: 5180, strictPort: true },
});
