import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// The bench as one program for Node 24. better-sqlite3 is native and stays outside.
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  logLevel: 'error',
  build: {
    ssr: true,
    target: 'node24',
    outDir: '.tmp/bench/program',
    emptyOutDir: true,
    rolldownOptions: { input: 'bench/index.ts', output: { format: 'es', entryFileNames: 'bench.mjs' } },
  },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
});
