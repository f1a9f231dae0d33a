import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { entriesOf, readable } from '../journal/reading';
import { CommandFailed, exitCodes } from './failure';
import { openToRead } from './folder';
import { words } from './words';

/** Lines gathered before they are written. */
const batch = 500;

/**
 * Writes every entry of every chain as one JSON a line, to a file or to stdout. A file is written aside, synced and then
 * named, so that a half export never bears the name. Throws `CommandFailed`.
 */
export async function exportEntries(folder: string, out: string | undefined): Promise<number> {
  const raw = openToRead(folder);
  try {
    const lines = batches(readable(raw));
    if (out === undefined) await toStdout(lines);
    else process.stdout.write(`${JSON.stringify({ entries: toFile(lines, resolve(out)), file: resolve(out) })}\n`);
    return exitCodes.ok;
  } finally {
    raw.close();
  }
}

function* batches(journal: ReturnType<typeof readable>): Generator<{ text: string; count: number }> {
  let lines: string[] = [];
  for (const { station } of journal.chains.all()) {
    for (const entry of entriesOf(journal, station)) {
      lines.push(`${JSON.stringify(entry)}\n`);
      if (lines.length < batch) continue;
      yield { text: lines.join(''), count: lines.length };
      lines = [];
    }
  }
  yield { text: lines.join(''), count: lines.length };
}

async function toStdout(lines: Iterable<{ text: string }>): Promise<void> {
  for (const { text } of lines) {
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

function toFile(lines: Iterable<{ text: string; count: number }>, file: string): number {
  const aside = `${file}.part`;
  let entries = 0;
  try {
    const handle = openSync(aside, 'w', 0o600);
    try {
      for (const { text, count } of lines) {
        const bytes = Buffer.from(text);
        for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
        entries += count;
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(aside, file);
    return entries;
  } catch (error) {
    rmSync(aside, { force: true });
    // What the file system says; a damaged journal is another matter.
    if (/^E[A-Z]+$/.test(String((error as { code?: string }).code))) throw new CommandFailed(exitCodes.refused, words.cannotWrite(file));
    throw error;
  }
}
