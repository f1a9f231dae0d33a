import { copyFileSync } from 'node:fs';
import { basename } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent, shell } from 'electron';
import type { Answer } from '../shared/answer';
import { isOurPage } from './guard';
import { keepPaper, paperNameOf, paperPath } from './paper-files';
import { PaperWindow } from './paper-window';

const refused = (code: string): Answer<never> => ({ ok: false, refusal: { code } });
const route = /^\/print\/[a-z-]{1,40}\/[\w/-]{1,200}$/;

/** The verbs of papers: a window says which layout, never which file; only our own pages are heard. */
export function answerPapers(data: string): PaperWindow {
  const window = new PaperWindow();
  const ours =
    <T>(work: (event: IpcMainInvokeEvent, what: unknown) => Promise<Answer<T>>) =>
    (event: IpcMainInvokeEvent, what: unknown): Promise<Answer<T>> | Answer<T> =>
      isOurPage(event) ? work(event, what).catch(refusalOf) : refused('notAllowed');

  ipcMain.handle(
    'papers:prepare',
    ours((_, what): Promise<Answer<null>> => {
      const known = typeof what === 'string' && route.test(what);
      if (known) window.prepare(what);
      return Promise.resolve(known ? { ok: true, value: null } : refused('invalidInput'));
    }),
  );
  ipcMain.handle(
    'papers:print',
    ours(async (_, what): Promise<Answer<{ file: string }>> => {
      if (typeof what !== 'string' || !route.test(what)) return refused('invalidInput');
      const printed = await window.print(what);
      if ('code' in printed) return refused(printed.code);
      const name = paperNameOf(printed.said);
      return name ? { ok: true, value: { file: keepPaper(data, name, printed.pdf) } } : refused('paperFailed');
    }),
  );
  ipcMain.handle(
    'papers:show',
    ours((_, what): Promise<Answer<null>> => {
      const path = paperPath(data, what);
      if (path) shell.showItemInFolder(path);
      return Promise.resolve(path ? { ok: true, value: null } : refused('notFound'));
    }),
  );
  ipcMain.handle(
    'papers:saveAs',
    ours(async (event, what): Promise<Answer<{ saved: boolean }>> => {
      const path = paperPath(data, what);
      if (!path) return refused('notFound');
      const options = { defaultPath: basename(path), filters: [{ name: 'PDF', extensions: ['pdf'] }] };
      const parent = BrowserWindow.fromWebContents(event.sender);
      const { filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      if (filePath) copyFileSync(path, filePath);
      return { ok: true, value: { saved: Boolean(filePath) } };
    }),
  );
  app.on('before-quit', () => window.close());
  return window;
}

/** What the disk says becomes words a person can act on; everything else is a failure of ours. */
function refusalOf(error: unknown): Answer<never> {
  const code = String((error as { code?: string } | null)?.code ?? '');
  if (code === 'ENOSPC' || code === 'EDQUOT') return refused('diskFull');
  if (/^(EACCES|EROFS|EPERM)$/.test(code)) return refused('readOnly');
  process.stderr.write(`duty-station: a paper failed: ${String((error as Error | null)?.stack ?? error)}\n`);
  return refused('paperFailed');
}
