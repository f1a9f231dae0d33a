// `npm start`: installs, builds and opens the app, on a machine with nothing but Node. What follows `--` goes to the app.
import './check-node.mjs';
import { build } from './build.mjs';
import { ensureDebianPackages } from './debian-packages.mjs';
import { hasDisplay, startVirtualDisplay } from './display.mjs';
import { electronArguments, electronEnvironment } from './electron-arguments.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { install } from './install.mjs';
import { root } from './places.mjs';
import { run } from './run.mjs';
import { say, script } from './say.mjs';

await script(async () => {
  await install();
  const [electron] = await Promise.all([electronRuntime(), build()]);
  const virtualDisplay = !(await hasDisplay());
  await ensureDebianPackages({ electron: electron.executable, virtualDisplay });
  const display = virtualDisplay ? await startVirtualDisplay() : undefined;
  if (display) {
    say(`• no display here: the window opens on a virtual one, ${display.name} (1920 × 1080)`);
    say(`  to see it: x11vnc -localhost -display ${display.name} (Debian package x11vnc) and any VNC viewer; Ctrl+C ends the app`);
  }
  const switches = await electronArguments({ executable: electron.executable, virtualDisplay });
  say(`▸ Opening the station in Electron ${electron.version}`);
  try {
    const env = electronEnvironment(display?.env ?? process.env);
    const { code } = await run(electron.executable, [...switches, root, ...process.argv.slice(2)], { cwd: root, env, ownGroup: true });
    if (code !== 0) say(`✗ the app ended with code ${code}`);
    return code;
  } finally {
    await display?.stop();
  }
});
