import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';

export interface PaperName {
  name: string;
  year: string;
  version: string;
}

const inName = /[\\/:*?"<>|\u0000-\u001f\u007f]/g;

/** What a page says the file is called, made harmless: one name in one folder of a year. Undefined for what is no name. */
export function paperNameOf(said: unknown): PaperName | undefined {
  const { name, year, version } = (said ?? {}) as Partial<Record<keyof PaperName, unknown>>;
  if (typeof name !== 'string' || typeof year !== 'string' || typeof version !== 'string') return undefined;
  const clean = name.replace(inName, '').replace(/^\.+/, '').trim().slice(0, 100);
  if (clean === '' || !/^\d{4}$/.test(year) || !/^[\w-]{1,40}$/.test(version)) return undefined;
  return { name: clean, year, version };
}

/**
 * Keeps a paper whole or not at all, below `papers/` of the data folder. What lies there already is never replaced by another
 * one: a second version, or a later print, has the version's short id in its name. Returns the name below `papers/`. Throws
 * what the disk says.
 */
export function keepPaper(data: string, { name, year, version }: PaperName, content: Uint8Array): string {
  const folder = join(data, 'papers', year);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const first = `${name}.pdf`;
  const file = existsSync(join(folder, first)) ? `${name}-${version}.pdf` : first;
  const unfinished = join(folder, `.${file}.${process.pid}.unfinished`);
  try {
    const handle = openSync(unfinished, 'w', 0o600);
    try {
      writeSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, join(folder, file));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  return `${year}/${file}`;
}

/** The whole path of a paper named by {@link keepPaper}; undefined for anything outside the folder of papers. */
export function paperPath(data: string, file: unknown): string | undefined {
  const folder = join(data, 'papers');
  if (typeof file !== 'string' || file.length > 300) return undefined;
  const path = normalize(join(folder, file));
  return path.startsWith(folder + sep) && path.endsWith('.pdf') && existsSync(path) ? path : undefined;
}
