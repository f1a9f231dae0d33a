// Opens the built app in a real Electron window. `npm test` (or `npm test -- --only app`) gives the display and the runtime.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export interface LaunchOptions {
  /** Where the station keeps its data; a fresh folder when not given. Give it again to open the same station a second time. */
  dataDir?: string;
  /** Chromium's own folder; beside the data when not given. */
  profileDir?: string;
  /** Arguments of the app, such as `--demo`. */
  args?: string[];
  env?: Record<string, string>;
  /** How long the first window may take, ms: a demonstration is filled before it opens. */
  timeout?: number;
}

export interface Launched {
  app: ElectronApplication;
  /** The first window. */
  page: Page;
  dataDir: string;
  profileDir: string;
  /** Everything that main, station and windows wrote. */
  logs: string[];
  /** What a window reported as wrong: console errors and uncaught exceptions. Expect it to be empty. */
  errors: string[];
}

/** The Electron that `npm test` found, and the switches it needs on this machine. */
function runtime(): { executable: string; switches: string[] } {
  const found = process.env.DUTY_ELECTRON;
  if (!found) throw new Error('run the app tests with: npm test -- --only app');
  return JSON.parse(found) as { executable: string; switches: string[] };
}

/** Folders of this worker's stations. They stay until it ends, as a test may open one again. */
const madeHere: string[] = [];
process.once('exit', () => {
  for (const folder of madeHere) rmSync(folder, { recursive: true, force: true });
});

export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const { executable, switches } = runtime();
  const fresh = mkdtempSync(join(tmpdir(), 'duty-station-'));
  madeHere.push(fresh);
  const { dataDir = join(fresh, 'data'), profileDir = join(fresh, 'profile'), args = [], env = {} } = options;
  const app = await _electron.launch({
    executablePath: executable,
    args: [...switches, '--force-device-scale-factor=1', `--user-data-dir=${profileDir}`, resolve(import.meta.dirname, '../..'), ...args],
    env: { ...(process.env as Record<string, string>), DUTY_DATA_DIR: dataDir, LANG: 'zh_CN.UTF-8', ...env },
  });
  const logs: string[] = [];
  const errors: string[] = [];
  const hear = (chunk: unknown) => {
    logs.push(String(chunk));
    // Why a page died is told by the app, and the test ends before anyone asks.
    if (String(chunk).includes("window's page ended")) console.error(String(chunk));
  };
  for (const stream of [app.process().stdout, app.process().stderr]) stream?.on('data', hear);
  const listen = (page: Page) => {
    page.on('console', (message) => {
      logs.push(`[${message.type()}] ${message.text()}`);
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => {
      logs.push(`[pageerror] ${error.stack ?? error.message}`);
      errors.push(error.message);
    });
  };
  app.windows().forEach(listen);
  app.on('window', listen);
  const page = await app.firstWindow(options.timeout ? { timeout: options.timeout } : {});
  return { app, page, dataDir, profileDir, logs, errors };
}
