import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { places } from './places';
import { pageOrigin } from './page-protocol';
import { word } from './words';

/** Near-black before the first paint, as the board itself: a white flash at night blinds. */
const firstPaint = '#12161c';

/** Opens the one main window. */
export function openWindow(): BrowserWindow {
  const window = hardenedWindow({ width: 1600, height: 960, minWidth: 1100, minHeight: 680, title: word('title') });
  void window.loadURL(`${pageOrigin}/index.html`);
  return window;
}

/** A window of the app, closed off as all of them are; a page that dies in it comes back. */
export function hardenedWindow(options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    backgroundColor: firstPaint,
    autoHideMenuBar: true,
    show: false,
    webPreferences: {
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // A board on a second screen must go on counting when another window covers it, and an alarm must sound.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  window.once('ready-to-show', () => window.show());
  window.removeMenu();
  // A page that dies comes back: the session is the shell's, drafts are the station's.
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    process.stderr.write(`duty-station: the window's page ended (${reason}, ${exitCode}) and is loaded again\n`);
    // Not from within the event: the page that ends is still being taken apart.
    setImmediate(() => {
      if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
    });
  });
  return window;
}
