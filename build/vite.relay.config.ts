import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

const root = new URL('..', import.meta.url).pathname;
const node = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** The relay: one file that needs nothing but Node, for the desktop app's own process, the container and the service. */
export default defineConfig({
  root,
  publicDir: false,
  // ws asks for these native helpers and does without: in one file there is nothing to find.
  define: { 'process.env.WS_NO_BUFFER_UTIL': '"1"', 'process.env.WS_NO_UTF_8_VALIDATE': '"1"' },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'electron/relay/main.ts',
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      external: node,
      output: { format: 'es', entryFileNames: 'relay.js', codeSplitting: false },
    },
  },
});
