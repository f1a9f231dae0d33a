import { join } from 'node:path';
import log from 'electron-log/node';

/** The station's log file: what went wrong, never what was written in the record. */
export function openLog(folder: string) {
  log.transports.file.resolvePathFn = () => join(folder, 'logs', 'station.log');
  log.transports.file.maxSize = 5 * 1024 * 1024;
  log.transports.console.level = false;
  return log;
}
