import { join } from 'node:path';

export interface Log {
  error(...what: unknown[]): Promise<void>;
  warn(...what: unknown[]): Promise<void>;
}

/** The station's log file: what went wrong, never what was written in the record. Loaded when there is something to say. */
export function openLog(folder: string): Log {
  const say =
    (level: 'error' | 'warn') =>
    async (...what: unknown[]) => {
      const { default: log } = await import('electron-log/node');
      log.transports.file.resolvePathFn = () => join(folder, 'logs', 'station.log');
      log.transports.file.maxSize = 5 * 1024 * 1024;
      log.transports.console.level = false;
      log[level](...what);
    };
  return { error: say('error'), warn: say('warn') };
}
