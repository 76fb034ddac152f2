import { defineConfig } from 'vite';

const root = new URL('..', import.meta.url).pathname;

/** The preload script: a sandboxed one must be CommonJS and may `require` nothing but `electron`. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    rolldownOptions: {
      input: 'electron/preload.ts',
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
});
