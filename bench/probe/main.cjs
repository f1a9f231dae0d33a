// Starts the program named in BENCH_MAIN and lets the bench look at its window, the same way for the product and for the bare page:
// a preload tells when a text has been painted, and lines on stdin are carried out in the page. No debugger, no open port.
const { app, BrowserWindow, ipcMain, session } = require('electron');
const { join } = require('node:path');
const { createInterface } = require('node:readline');

function say(message) {
  process.stdout.write(`BENCH ${JSON.stringify(message)}\n`);
}

app.on('ready', () => {
  const filePath = join(__dirname, 'preload.cjs');
  if (session.defaultSession.registerPreloadScript) session.defaultSession.registerPreloadScript({ type: 'frame', filePath });
  else session.defaultSession.setPreloads([filePath]);
});
ipcMain.on('bench:painted', (_, painted) => say(painted));

const verbs = {
  watch: (contents, watched) => contents.send('bench:watch', watched),
  type: (contents, text) => contents.insertText(text),
  evaluate: (contents, code) => contents.executeJavaScript(code, true),
  quit: () => app.quit(),
};

async function carryOut({ id, verb, content }) {
  try {
    const value = await verbs[verb](BrowserWindow.getAllWindows()[0]?.webContents, content);
    say({ id, value: value ?? null });
  } catch (error) {
    say({ id, error: String(error?.message ?? error) });
  }
}

createInterface({ input: process.stdin }).on('line', (line) => void carryOut(JSON.parse(line)));

require(process.env.BENCH_MAIN);
