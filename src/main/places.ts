import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { dataDirectory } from '../shared/data-directory';

const built = __dirname;
const node = process.platform === 'win32' ? 'node.exe' : 'node';

/** Where the parts of the product lie, in the source tree and in the packaged app. */
export const places = {
  stationProgram: join(built, 'station.cjs').replace('app.asar', 'app.asar.unpacked'),
  commandLine: join(built, 'cli.cjs').replace('app.asar', 'app.asar.unpacked'),
  preload: join(built, '../preload/index.cjs'),
  renderer: join(built, '../renderer'),
  get resources(): string {
    return app.isPackaged ? join(process.resourcesPath, 'resources') : join(built, '../../resources');
  },
  /** The Node 24 the station runs on: packed beside the app, or the development dependency. Never Electron's own. */
  get node(): string {
    const packed = join(process.resourcesPath, 'node', node);
    if (process.env.DUTY_STATION_NODE) return process.env.DUTY_STATION_NODE;
    return existsSync(packed) ? packed : join(built, '../../node_modules/node/bin', node);
  },
  get data(): string {
    return dataDirectory({ platform: process.platform, home: homedir(), env: process.env });
  },
};
