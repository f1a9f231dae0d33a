import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { archiveWords } from './archive-words';
import type { planRuns as contract } from '../../shared/plan-runs/contract';
import { planRunArchived } from '../../shared/plan-runs/events';
import { type RunLanguage, runWords } from '../../shared/plan-runs/plain-words';
import { append, type HandlersOf, prepared, refuse, type SignedContext } from '../handler';
import { letterOf, readSettings } from '../unit';
import { entriesOfStreams } from './archive-entries';
import { filesOf } from './archive-files';
import { archivePage } from './archive-page';
import { type WholeRun, wholeRun } from './read';
import { recordOf } from './record';

export interface RunArchive {
  name: string;
  bytes: Buffer;
  hash: string;
  entries: number;
  /** Files the run names that are not in it. */
  missing: number;
}

/** The run as one file that opens without the app (issue 5, must-show 6); that it was made stays on the record with its hash. */
export const archiveHandlers: Pick<HandlersOf<typeof contract>, 'archive'> = {
  archive: prepared(
    async ({ id, language }, context) => {
      const whole = wholeRun(context, id);
      return whole && archiveOf(whole, context, language);
    },
    ({ id }, { officer }, archive) => {
      if (!archive) return refuse('notFound');
      const { name, bytes, hash, entries, missing } = archive;
      const made = planRunArchived(id, { author: officer.name, hash, size: bytes.length, entries });
      return append(made, { name, content: bytes.toString('base64'), hash, size: bytes.length, missing });
    },
  ),
};

/**
 * A zip of a page, the pictures and documents it shows, the run's journal entries, the plan it was started from, and the SHA-256 of each
 * in the form that `sha256sum -c` reads.
 */
export async function archiveOf(whole: WholeRun, context: SignedContext, language: RunLanguage): Promise<RunArchive> {
  const { db, journal, folder, zone, now, officer } = context;
  const run = recordOf(whole, context);
  const files = filesOf(whole, folder);
  const entries = entriesOfStreams(
    journal,
    [whole.id, ...whole.joined.map(({ id }) => id)].map((id) => `planRun:${id}`),
  );
  const page = archivePage(
    {
      run,
      said: whole.run.said,
      plan: whole.plan,
      files,
      entries,
      unit: readSettings(db).unit,
      letter: letterOf(db, journal.station),
      zone,
      at: now,
      by: officer.name,
    },
    language,
  );
  const parts = new Map<string, Buffer>([
    ['index.html', Buffer.from(page)],
    ['entries.jsonl', Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))],
    ['plan.json', Buffer.from(`${JSON.stringify(whole.plan, undefined, 2)}\n`)],
  ]);
  for (const { path, content } of files.values()) if (content) parts.set(path, content);
  const sums = [...parts].map(([path, content]) => `${sha256(content)}  ${path}\n`).join('');
  parts.set('SHA256SUMS', Buffer.from(sums));
  const bytes = await zipped(parts, new Date(now));
  return {
    name: `${fileName(run, language)}.zip`,
    bytes,
    hash: sha256(bytes),
    entries: entries.length,
    missing: [...files.values()].filter(({ content }) => !content).length,
  };
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** `预案执行档案-A-2026-000007-暴雨洪涝应急预案`; of a drill it says so. */
function fileName({ drill, number, title }: ReturnType<typeof recordOf>, language: RunLanguage): string {
  const parts = [drill ? runWords[language].drill : '', archiveWords[language].archive, number, title[language]];
  return parts
    .filter((part) => part !== '')
    .join('-')
    .replace(/[\\/:*?"<>|\s\u0000-\u001f]+/gu, ' ')
    .slice(0, 120);
}

/** Text is packed; a picture is packed already. */
async function zipped(parts: ReadonlyMap<string, Buffer>, date: Date): Promise<Buffer> {
  const zip = new JSZip();
  for (const [path, content] of parts) {
    const compression = path.startsWith('attachments/') ? 'STORE' : 'DEFLATE';
    zip.file(path, content, { date, compression, binary: true, createFolders: false });
  }
  return zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' });
}
