import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  logLevel: 'error',
  build: { target: 'chrome114', outDir: '../../.tmp/bench/page', emptyOutDir: true, minify: true },
});
