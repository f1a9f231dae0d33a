import { BrowserWindow } from 'electron';
import { places } from './places';
import { pageOrigin } from './page-protocol';
import { word } from './words';

/** Near-black before the first paint, as the board itself: a white flash at night blinds. */
const firstPaint = '#12161c';

/** Opens the one main window. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1600,
    height: 960,
    minWidth: 1100,
    minHeight: 680,
    title: word('title'),
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
      // A board on a second screen must go on counting when another window covers it.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.removeMenu();
  void window.loadURL(`${pageOrigin}/index.html`);
  return window;
}
