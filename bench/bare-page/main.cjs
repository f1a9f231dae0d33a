// The floor of everything that has a window: one sandboxed page, one echo.
const { app, BrowserWindow, ipcMain } = require('electron');
const { join } = require('node:path');

ipcMain.handle('echo', (_, content) => content);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1600,
    height: 960,
    autoHideMenuBar: true,
    show: false,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(process.env.BENCH_PAGE);
});
