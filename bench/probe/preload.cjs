// Runs beside the page, in a world of its own. Tells when a text is on screen: found in the document, then two frames later.
const { ipcRenderer } = require('electron');

function watch({ id, text, selector }) {
  let observer;
  const look = () => {
    if (selector && !document.querySelector(selector)) return;
    if (!document.body?.textContent.includes(text)) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => ipcRenderer.send('bench:painted', { id, at: performance.timeOrigin + performance.now() })),
    );
  };
  observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  look();
}

ipcRenderer.on('bench:watch', (_, watched) => watch(watched));
if (process.env.BENCH_WATCH) watch(JSON.parse(process.env.BENCH_WATCH));
