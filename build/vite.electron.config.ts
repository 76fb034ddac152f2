import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { copyPrintFonts } from './copy-print-fonts.ts';

const root = new URL('..', import.meta.url).pathname;
const node = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** The main process: one ESM file with every dependency in it, so that the package needs no node_modules. */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [copyPrintFonts(`${root}node_modules/@fontsource`)],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'electron/main.ts',
    outDir: 'dist/electron',
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      external: ['electron', ...node],
      output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
    },
  },
});
