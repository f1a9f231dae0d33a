import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { founded, memoryStation } from './memory-station';

/** A founded station on disk with one officer who has every role of the desk, closed and ready for the app to open. */
export async function readyStation(seed: string): Promise<{ dataDir: string; login: string; password: string }> {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'duty-desk-')), 'data');
  const { station } = await founded(memoryStation(seed, dataDir, Date.now()));
  station.close();
  return { dataDir, login: 'officer-a', password: 'Zhiban-2027' };
}

/** The station process below the app's process, found as the system knows it. */
export function stationBelow(app: number): number | undefined {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map<number, number>();
  const programs = new Map<number, string>();
  for (const name of pids) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      programs.set(Number(name), readFileSync(`/proc/${name}/cmdline`, 'utf8'));
    } catch {
      // It ended while we looked.
    }
  }
  const isBelow = (pid: number): boolean => pid === app || (pid > 1 && isBelow(parents.get(pid) ?? 0));
  return [...programs].find(([pid, program]) => program.includes('station.cjs') && isBelow(pid))?.[0];
}
