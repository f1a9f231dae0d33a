import { type BrowserWindow, screen, type WebContents } from 'electron';
import { pageOrigin } from './page-protocol';
import { hardenedWindow } from './window';
import { word } from './words';

/** All the wall may ask: it has no controls, and does nothing. */
const asked = new Set(['unit.status', 'accounts.current', 'faults.wall', 'warnings.banner', 'planRuns.list']);
/** Keys that close it, should somebody stand before it. */
const closing = ['F11', 'Escape'];

/** The wall view (大屏): a second window, over the whole of a second screen where there is one. */
export class WallWindow {
  private window: BrowserWindow | undefined;

  /** Opens it, or closes it where it is open; answers whether it is open now. `beside`: the window that asks. */
  toggle(beside: BrowserWindow | null): boolean {
    if (this.window) {
      this.close();
      return false;
    }
    const own = beside && screen.getDisplayMatching(beside.getBounds());
    const other = screen.getAllDisplays().find(({ id }) => id !== own?.id);
    const second = own && other;
    const window = hardenedWindow({
      ...(second ? { ...second.bounds, fullscreen: true } : { width: 1600, height: 900 }),
      minWidth: 800,
      minHeight: 450,
      title: word('wall'),
    });
    this.window = window;
    window.once('closed', () => {
      this.window = undefined;
    });
    window.webContents.on('before-input-event', (event, { type, key }) => {
      if (type !== 'keyDown' || !closing.includes(key)) return;
      event.preventDefault();
      setImmediate(() => this.close());
    });
    void window.loadURL(`${pageOrigin}/wall.html`);
    return true;
  }

  /** Whether a page may call a procedure: the wall only what it shows. */
  mayAsk(contents: WebContents, name: string): boolean {
    return this.window === undefined || contents !== this.window.webContents || asked.has(name);
  }

  /** Who sits at the desk, or whether it is locked, has changed: nothing else announces that. */
  askAgain(): void {
    this.window?.webContents.send('station:changed', ['accounts']);
  }

  close(): void {
    if (this.window && !this.window.isDestroyed()) this.window.destroy();
    this.window = undefined;
  }
}
