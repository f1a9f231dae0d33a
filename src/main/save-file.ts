import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { BrowserWindow, dialog, type WebContents } from 'electron';
import type { SavedFile } from '../shared/bridge';

/** Largest file a page may hand over, characters of base64. */
const largest = 80 * 1024 * 1024;

/**
 * Asks the person where a file shall lie and writes it there: beside first, then in one step under its name, so that a full disk never
 * leaves half a file. The page proposes a name and never learns a path; choosing nothing is no error.
 */
export async function saveFile(contents: WebContents, name: unknown, content: unknown): Promise<SavedFile> {
  if (typeof name !== 'string' || typeof content !== 'string' || content.length > largest) return 'failed';
  const proposed = basename(name.slice(0, 160)) || 'file';
  const ending = extname(proposed).slice(1);
  const window = BrowserWindow.fromWebContents(contents);
  const options = { defaultPath: proposed, ...(ending ? { filters: [{ name: ending.toUpperCase(), extensions: [ending] }] } : {}) };
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  if (canceled || !filePath) return 'cancelled';
  const beside = join(dirname(filePath), `.${randomUUID()}.part`);
  try {
    await writeFile(beside, Buffer.from(content, 'base64'), { flag: 'wx' });
    await rename(beside, filePath);
    return 'saved';
  } catch (error) {
    process.stderr.write(`duty-station: a file could not be saved: ${String((error as Error)?.message ?? error)}\n`);
    await rm(beside, { force: true }).catch(() => undefined);
    return 'failed';
  }
}
