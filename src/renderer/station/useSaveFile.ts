import { useCallback } from 'react';
import type { SavedFile } from '../../shared/bridge';
import { useBridge } from './StationProvider';

/** Hands a file (a name and base64) to the shell, which asks where it shall lie. Never throws; nothing chosen is `cancelled`. */
export function useSaveFile(): (file: { name: string; content: string }) => Promise<SavedFile> {
  const bridge = useBridge();
  return useCallback(({ name, content }) => bridge.saveFile(name, content).catch((): SavedFile => 'failed'), [bridge]);
}
