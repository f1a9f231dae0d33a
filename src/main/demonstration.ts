import { spawn } from 'node:child_process';
import { places } from './places';

/**
 * Fills a data folder of its own with the demonstration month, unless it is filled already. The command line does it,
 * through the same commands a desk uses. Returns the folder.
 */
export function fillDemonstration(): Promise<string> {
  const folder = process.env.DUTY_DATA_DIR ?? `${places.data}-demonstration`;
  return new Promise((done, failed) => {
    const child = spawn(places.node, [places.commandLine, 'demo', '--data', folder], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DUTY_RESOURCES: places.resources },
    });
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done(folder) : failed(new Error(`the demonstration could not be filled (code ${code})`))));
  });
}
