/** What decides where a station's data lies: handed in, because these words are spoken in several processes. */
export interface DataSurroundings {
  platform: string;
  home: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** Where a station keeps its data unless told otherwise: `DUTY_DATA_DIR`, else the user's own data folder. */
export function dataDirectory({ platform, home, env }: DataSurroundings): string {
  if (env.DUTY_DATA_DIR) return env.DUTY_DATA_DIR;
  if (platform === 'win32') return `${env.APPDATA ?? `${home}\\AppData\\Roaming`}\\duty-station`;
  return `${env.XDG_DATA_HOME ?? `${home}/.local/share`}/duty-station`;
}
