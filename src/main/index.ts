import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain } from 'electron';
import { ChangeAnnouncer } from './change-announcer';
import { DeskSession } from './desk-session';
import { showNote } from './desk-notes';
import { guardContents, guardSession, isOurPage } from './guard';
import { fillDemonstration } from './demonstration';
import { registerPageScheme, servePages } from './page-protocol';
import { answerPapers } from './papers';
import { places } from './places';
import { saveFile } from './save-file';
import { StationProcess } from './station-process';
import { WallWindow } from './wall-window';
import { openWindow } from './window';
import { type MainWord, word } from './words';

// The shell: windows, the station process, and the calls between them. It decides nothing of the record.

const demonstration = process.argv.includes('--demo');

registerPageScheme();
guardContents();

function broadcast(channel: string, content: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, content);
}

function stationEnvironment(data: string): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    DUTY_DATA_DIR: data,
    DUTY_RESOURCES: places.resources,
    DUTY_VERSION: app.getVersion(),
    // The station's Node keeps what it compiled, beside Chromium's own caches: the next start need not parse it all again.
    NODE_COMPILE_CACHE: join(app.getPath('userData'), 'station-code'),
  };
}

function sayRefused(code: string, message: string): void {
  process.stderr.write(`duty-station: ${message}\n`);
  const known: MainWord = code === 'folderReadOnly' || code === 'folderInUse' || code === 'diskFull' ? code : 'failed';
  void app
    .whenReady()
    .then(() =>
      dialog.showMessageBox({ type: 'error', title: word('title'), message: word(known), detail: message, buttons: [word('quit')] }),
    )
    .then(() => app.exit(3));
}

function stationOf(data: string): StationProcess {
  const announcer = new ChangeAnnouncer((slices) => broadcast('station:changed', slices));
  const station = new StationProcess(
    { node: places.node, program: places.stationProgram, env: stationEnvironment(data) },
    {
      changed: (slices) => announcer.changed(slices),
      state: (state) => broadcast('station:state', state),
      refused: sayRefused,
    },
  );
  app.on('before-quit', () => station.stop());
  return station;
}

/** What changes who sits at the desk, or whether it is locked. */
const ofTheDesk = ['accounts.signIn', 'accounts.signOut', 'accounts.lock', 'accounts.unlock'];

function answerWindows(station: StationProcess, wall: WallWindow): void {
  const session = new DeskSession((name, input, token) => station.call(name, input, token));
  ipcMain.handle('station:call', async (event, name: unknown, input: unknown) => {
    if (!isOurPage(event) || typeof name !== 'string' || !wall.mayAsk(event.sender, name)) {
      return { ok: false, refusal: { code: 'notAllowed' } };
    }
    const answer = await session.ask(name, input);
    if (ofTheDesk.includes(name)) wall.askAgain();
    return answer;
  });
  ipcMain.handle('shell:notify', (event, note: unknown) => isOurPage(event) && showNote(event.sender, note));
  ipcMain.handle('shell:toggleWall', (event) => isOurPage(event) && wall.toggle(BrowserWindow.fromWebContents(event.sender)));
  ipcMain.handle('shell:saveFile', (event, name: unknown, content: unknown) =>
    isOurPage(event) ? saveFile(event.sender, name, content) : 'failed',
  );
  ipcMain.handle('station:state', (event) => (isOurPage(event) ? station.state : 'down'));
}

async function run(): Promise<void> {
  const data = demonstration ? await fillDemonstration() : places.data;
  const station = stationOf(data);
  await app.whenReady();
  guardSession();
  servePages(places.renderer);
  const wall = new WallWindow();
  answerWindows(station, wall);
  const papers = answerPapers(data);
  let window = openWindow();
  // Neither the window of papers, which nobody sees, nor the wall keeps the app alive.
  window.once('closed', () => {
    papers.close();
    wall.close();
  });
  // While the page loads, and not while Electron itself starts: on a small machine the two would wait for each other. What the page
  // asks meanwhile is held.
  station.start();
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('activate', () => {
    if (window.isDestroyed()) window = openWindow();
  });
}

app.on('window-all-closed', () => app.quit());

if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => sayRefused('failed', String((error as Error)?.message ?? error)));
} else {
  app.quit();
}
