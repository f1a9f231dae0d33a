// How Electron must be started on this machine.
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { isWritable, node24 } from './places.mjs';
import { run } from './run.mjs';
import { say, Stop } from './say.mjs';

/** @param {{ executable: string, virtualDisplay: boolean }} where @returns {Promise<string[]>} switches that go before the app's folder */
export async function electronArguments({ executable, virtualDisplay }) {
  if (!isWritable(homedir())) throw new Stop(`Electron needs a home folder, and ${homedir()} cannot be written: set HOME to one that can`);
  const switches = [];
  if (process.platform === 'linux' && !(await sandboxWorks(executable))) switches.push('--no-sandbox');
  // No graphics card, a small /dev/shm in containers, and a D-Bus that nobody runs there and Chromium would complain about.
  if (virtualDisplay) switches.push('--disable-gpu', '--disable-dev-shm-usage', '--log-level=3');
  return switches;
}

/** What the app needs in its environment. @param {NodeJS.ProcessEnv} from @returns {NodeJS.ProcessEnv} */
export function electronEnvironment(from) {
  // An editor's terminal may set ELECTRON_RUN_AS_NODE, and the app would then open no window.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = from;
  return { ...env, DUTY_STATION_NODE: node24 };
}

/** Chromium's sandbox refuses root, and needs either user namespaces or its setuid helper. @param {string} executable */
async function sandboxWorks(executable) {
  if (process.getuid?.() === 0) return false;
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true'], { output: 'collect' });
  if (code === 0) return true;
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (existsSync(helper) && statSync(helper).uid === 0 && statSync(helper).mode & 0o4000) return true;
  say('• this machine lets no program make a sandbox: the window runs without Chromium’s');
  return false;
}
