import { BrowserWindow } from 'electron';
import { paperOrigin } from './page-protocol';
import { places } from './places';

/** What the page of papers answers when it has drawn one. */
type Drawn = { ok: true; value: unknown } | { ok: false; code: string };

/** A layout that does not come to an end is given up, ms. */
const patience = 20_000;

/**
 * The window that nobody sees: it draws a print layout of the app, in the same session and under the same content policy as
 * the screens, and is printed when its page says that everything stands there. It lives from the preparation to the print.
 */
export class PaperWindow {
  private window: Promise<BrowserWindow> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** Draws and prints a route ahead of need and throws it away: the next print finds page, fonts and printer there. */
  prepare(route: string): void {
    this.last = this.last.then(() => this.printNow(route)).catch(() => undefined);
  }

  /** Draws and prints one route, one after the other. `said` is what the page says of its name. Throws when it cannot be printed. */
  print(route: string): Promise<{ said: unknown; pdf: Uint8Array } | { code: string }> {
    const mine = this.last.then(() => this.printNow(route));
    this.last = mine.catch(() => undefined).then(() => this.close());
    return mine;
  }

  close(): void {
    const window = this.window;
    this.window = undefined;
    // Not from within an event of the page: what ends is still being taken apart.
    void window?.then((one) => setImmediate(() => !one.isDestroyed() && one.destroy())).catch(() => {});
  }

  private async printNow(route: string): Promise<{ said: unknown; pdf: Uint8Array } | { code: string }> {
    const window = await this.opened();
    try {
      const drawn = await inTime(window.webContents.executeJavaScript(`window.drawPaper(${JSON.stringify(route)})`) as Promise<Drawn>);
      if (!drawn.ok) return { code: drawn.code };
      const pdf = await inTime(window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
      return { said: drawn.value, pdf };
    } catch (error) {
      // A page in an unknown state draws nothing more.
      this.close();
      throw error;
    }
  }

  private opened(): Promise<BrowserWindow> {
    this.window ??= open(() => {
      this.window = undefined;
    });
    return this.window;
  }
}

async function open(onGone: () => void): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    show: false,
    width: 1000,
    height: 1200,
    webPreferences: {
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  window.webContents.once('render-process-gone', () => {
    onGone();
    setImmediate(() => !window.isDestroyed() && window.destroy());
  });
  await window.loadURL(`${paperOrigin}/print.html`);
  return window;
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((done, failed) => {
    const end = setTimeout(() => failed(new Error('the paper was not drawn in time')), patience);
    work.then(done, failed).finally(() => clearTimeout(end));
  });
}
