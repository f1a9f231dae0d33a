import type { Attachment } from '../../shared/attachments/contract';
import { readKept } from '../attachments';
import type { WholeRun } from './read';

/** Most bytes of attachments in one archive: the shell hands a file to the disk in one piece (main/save-file.ts). */
export const mostAttached = 52 * 1024 * 1024;

/** A file that the run names, and where it lies in the archive; undefined `content` where it is not in it. */
export interface ArchivedFile extends Attachment {
  path: string;
  content?: Buffer;
  /** Not here: this desk never received it, or the archive was full. */
  absent?: 'notHere' | 'tooLarge';
}

/** Every picture and document of the run by its hash, in the order it was given; the same file twice is one file. */
export function filesOf({ run }: Pick<WholeRun, 'run'>, folder: string, most = mostAttached): Map<string, ArchivedFile> {
  const found = new Map<string, ArchivedFile>();
  let room = most;
  for (const one of run.said) {
    if (one.verb !== 'stepDone') continue;
    for (const given of one.evidence) {
      if (given?.kind !== 'photo') continue;
      for (const file of given.files) {
        if (found.has(file.hash)) continue;
        const named = { ...file, path: pathOf(file) };
        const content = file.size > room ? undefined : readKept(folder, file.hash);
        if (content) room -= content.length;
        found.set(file.hash, content ? { ...named, content } : { ...named, absent: file.size > room ? 'tooLarge' : 'notHere' });
      }
    }
  }
  return found;
}

/** What no file system, no list of hashes and no unpacking tool takes amiss: no paths, no control or turning characters. */
const unsafe = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
/** Opened by themselves these would run what is written in them. */
const active = /\.(html?|xhtml|xht|shtml|svgz?|xml|mht|mhtml|js|mjs|hta|exe|bat|cmd|com|scr|ps1|vbs|jar|lnk|url|msi|reg|sh)$/iu;
/** Longest name in bytes that every file system takes, less the hash before it. */
const longest = 160;

/** `attachments/1f0c…-配电柜.jpg`: told apart by content, never by a reserved name, for the hash stands first. */
export function pathOf({ hash, name }: Pick<Attachment, 'hash' | 'name'>): string {
  const clean = name
    .toWellFormed()
    .normalize('NFC')
    .replace(unsafe, '_')
    .replace(/[. ]+$/u, '');
  const harmless = active.test(clean) ? `${clean}.txt` : clean;
  const dot = harmless.lastIndexOf('.');
  const ending = dot > 0 && harmless.length - dot <= 10 ? harmless.slice(dot) : '';
  let stem = ending ? harmless.slice(0, dot) : harmless;
  while (Buffer.byteLength(stem + ending) > longest) stem = [...stem].slice(0, -1).join('');
  return `attachments/${hash.slice(0, 16)}-${stem}${ending}`;
}
