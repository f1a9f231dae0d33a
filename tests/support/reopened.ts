import type { Station } from '../../src/station/station';
import { memoryStation } from './memory-station';

/** The killed process may need a moment to let go of its folder: it is asked for until it does. */
export async function reopened(folder: string): Promise<Station> {
  for (;;) {
    try {
      return memoryStation('after', folder, Date.now()).station;
    } catch (error) {
      if ((error as { code?: string }).code !== 'folderInUse') throw error;
      await new Promise((later) => setTimeout(later, 20));
    }
  }
}
