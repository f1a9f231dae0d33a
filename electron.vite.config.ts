import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);
// The Electron 25 that stands in where the official one cannot be downloaded: Node 18 and Chromium 114.
const oldestNode = 'node18';
const oldestChromium = 'chrome114';

export default defineConfig({
  main: {
    build: {
      target: oldestNode,
      // `dependencies` stay outside (better-sqlite3 is native); everything else is bundled, so that little has to be packed.
      externalizeDeps: true,
      rolldownOptions: {
        input: { index: at('src/main/index.ts'), station: at('src/station/serve.ts'), cli: at('src/station/cli/index.ts') },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
          // With a group the bundler's own few lines get a chunk of their own. Without, they lie in one of the station's, and the shell
          // loads the whole station with its native database before it opens a window (tests/walls/built-shell.test.ts).
          codeSplitting: { groups: [{ name: 'database', test: /node_modules[\\/]drizzle-orm/ }] },
        },
      },
    },
  },
  preload: {
    build: {
      target: oldestNode,
      // A sandboxed preload can require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: { input: at('src/preload/index.ts'), output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      target: oldestChromium,
      cssTarget: oldestChromium,
      minify: true,
      // The content security policy refuses fonts and pictures that are written into the stylesheet.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: at('src/renderer/index.html'), print: at('src/renderer/print.html'), wall: at('src/renderer/wall.html') },
        // A slice's index only hands things out: what the sign-in takes from one must not bring its screens along.
        treeshake: { moduleSideEffects: [{ test: /src[\\/]renderer[\\/][^\\/]+[\\/]index\.tsx?$/, sideEffects: false }] },
      },
    },
  },
});
