import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/app',
  testMatch: '**/*.test.ts',
  // One window at a time: two would fight for the display's focus.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: '.tmp/pw',
});
