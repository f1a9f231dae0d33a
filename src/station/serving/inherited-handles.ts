import { closeSync, readdirSync, readFileSync } from 'node:fs';

/** 0 to 2 are the program's own streams, 3 is its channel to the shell; Node marks the first sixteen as its own whatever they are. */
const firstOther = 16;
const closedOnExec = 0o2000000;

/**
 * Closes what the station inherited by accident, and answers how many handles that was. Forked while a window opens, it would get a
 * copy of the socket between the shell and that window's page, and hold it open: the shell would not notice that the page had died,
 * and the window would stay blank. Node marks all it opens itself as closed on exec; what lacks the mark came from outside. Linux alone
 * passes handles on like this.
 */
export function letGoOfInherited(): number {
  if (process.platform !== 'linux') return 0;
  return readdirSync('/proc/self/fd')
    .map(Number)
    .filter((handle) => handle >= firstOther && isInherited(handle) && closes(handle)).length;
}

function isInherited(handle: number): boolean {
  try {
    const flags = /^flags:\s+(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${handle}`, 'utf8'))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & closedOnExec) === 0;
  } catch {
    // The folder's own handle is gone again once it was listed.
    return false;
  }
}

function closes(handle: number): boolean {
  try {
    closeSync(handle);
    return true;
  } catch {
    return false;
  }
}
