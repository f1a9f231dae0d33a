import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts', 'src/**/*.test.tsx'],
    exclude: ['tests/app/**', 'tests/fixtures/**'],
    // Tests of screens ask for a browser by their first line: // @vitest-environment jsdom
    environment: 'node',
    // A process each: stations open databases, change clocks and are killed.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
