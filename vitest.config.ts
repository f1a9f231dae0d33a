import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    // A process for every core: by itself vitest leaves one free, which on two cores is every other one.
    maxWorkers: '100%',
    // Processes, not threads: stations open databases and are killed.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'stations and rules',
          include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: ['tests/app/**', 'tests/fixtures/**'],
          environment: 'node',
          // The modules of a station are loaded once a process, not once a file: whatever a test changes hangs on the station it made.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['src/**/*.test.tsx'],
          environment: 'jsdom',
        },
      },
    ],
  },
});
